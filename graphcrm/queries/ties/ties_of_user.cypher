// The ties of one user with what bounds their strength, rated ones first, then by heat.
// mode: read
// params: user, before, limit
// rows: user, contact, heat, heat_out, heat_in, rating, own
MATCH (u:User {uid: $user})-[k:KNOWS|RATES]->(x)
WHERE coalesce(k.first_at, k.at) < $before
RETURN u.uid AS user, x.uid AS contact, k.heat AS heat, k.heat_out AS heat_out, k.heat_in AS heat_in,
  k.value AS rating, [(u)-[:IS]->(c) | c.uid][0] AS own
ORDER BY CASE WHEN k.value IS NULL THEN coalesce(k.heat, -1e9) ELSE 1e9 END DESC, contact LIMIT $limit
