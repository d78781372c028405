// The ties of all active users with the greatest heat, and all ties that a user has rated.
// mode: read
// params: before, limit
// rows: user, contact, heat, heat_out, heat_in, rating, own
CALL () {
  MATCH (u)-[k:KNOWS]->() WHERE k.heat IS NOT NULL AND k.first_at < $before AND coalesce(u.active, true)
  RETURN k ORDER BY k.heat DESC LIMIT $limit
  UNION ALL
  MATCH (u)-[k:RATES]->() WHERE k.at < $before AND coalesce(u.active, true)
  RETURN k  // heat does not bound what the users say themselves
}
WITH k, startNode(k) AS u, endNode(k) AS x
RETURN u.uid AS user, x.uid AS contact, k.heat AS heat, k.heat_out AS heat_out, k.heat_in AS heat_in,
  k.value AS rating, [(u)-[:IS]->(c) | c.uid][0] AS own
