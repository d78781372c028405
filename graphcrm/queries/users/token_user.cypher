// The token of a digest, and its user, who is active.
// mode: read
// params: digest, limit
// rows: token, scope, expires_at, used_at, uid, name, email, role, team
MATCH (t:ApiToken {digest: $digest})<-[:HAS_TOKEN]-(u:User)
WHERE coalesce(u.active, true)
RETURN t.uid AS token, coalesce(t.scope, 'write') AS scope, t.expires_at AS expires_at, t.used_at AS used_at,
  u.uid AS uid, u.name AS name, u.email AS email, u.role AS role, [(u)-[:MEMBER_OF]->(m) | m.name][0] AS team
LIMIT $limit
