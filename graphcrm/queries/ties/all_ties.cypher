// Every tie of every active user with what bounds its strength, ties without weight included.
// mode: read
// params: before, limit
// rows: user, contact, heat, heat_out, heat_in, rating, own
MATCH (u:User)-[k:KNOWS|RATES]->(x)
WHERE coalesce(u.active, true) AND coalesce(k.first_at, k.at) < $before
RETURN u.uid AS user, x.uid AS contact, k.heat AS heat, k.heat_out AS heat_out, k.heat_in AS heat_in,
  k.value AS rating, [(u)-[:IS]->(c) | c.uid][0] AS own
LIMIT $limit
