// One user by uid.
// mode: read
// params: uid, limit
// rows: uid, name, email, role, active, team
MATCH (u:User {uid: $uid}) WHERE u.deleted_at IS NULL
RETURN u.uid AS uid, u.name AS name, u.email AS email, u.role AS role, coalesce(u.active, true) AS active,
  [(u)-[:MEMBER_OF]->(t) | t.name][0] AS team
LIMIT $limit
