// All users, by name.
// mode: read
// params: active_only, limit
// rows: uid, name, email, role, active, team
MATCH (u:User)
WHERE u.deleted_at IS NULL AND (NOT $active_only OR coalesce(u.active, true))
RETURN u.uid AS uid, u.name AS name, u.email AS email, u.role AS role, coalesce(u.active, true) AS active,
  [(u)-[:MEMBER_OF]->(t) | t.name][0] AS team
ORDER BY name, uid LIMIT $limit
