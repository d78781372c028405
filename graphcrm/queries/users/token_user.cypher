// The active user whose token has this digest.
// mode: read
// params: digest, limit
// rows: uid, name, email, role, active, team
MATCH (:ApiToken {digest: $digest})<-[:HAS_TOKEN]-(u:User)
WHERE coalesce(u.active, true)
RETURN u.uid AS uid, u.name AS name, u.email AS email, u.role AS role, true AS active,
  [(u)-[:MEMBER_OF]->(t) | t.name][0] AS team
LIMIT $limit
