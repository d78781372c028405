// The teams by name: which stands above each, how many active users are in it, and what it says of the pool.
// mode: read
// params: limit
// rows: uid, name, parent, parent_name, users, claims_a_day, reclaim_after
MATCH (t:Team)
OPTIONAL MATCH (t)-[:PART_OF]->(above)
RETURN t.uid AS uid, t.name AS name, above.uid AS parent, above.name AS parent_name,
  COUNT { (t)<-[:MEMBER_OF]-(u) WHERE u.deleted_at IS NULL AND coalesce(u.active, true) } AS users,
  t.claims_a_day AS claims_a_day, t.reclaim_after AS reclaim_after
ORDER BY name, uid LIMIT $limit
