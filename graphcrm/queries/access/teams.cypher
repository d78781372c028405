// The teams by name: which stands above each, and how many active users are in it.
// mode: read
// params: limit
// rows: uid, name, parent, parent_name, users
MATCH (t:Team)
OPTIONAL MATCH (t)-[:PART_OF]->(above)
RETURN t.uid AS uid, t.name AS name, above.uid AS parent, above.name AS parent_name,
  COUNT { (t)<-[:MEMBER_OF]-(u) WHERE u.deleted_at IS NULL AND coalesce(u.active, true) } AS users
ORDER BY name, uid LIMIT $limit
