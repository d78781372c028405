// The active user whose sessions have this number.
// mode: read
// params: uid, sessions, limit
// rows: uid, name, email, role, active, team, locale, timezone, unread
MATCH (u:User {uid: $uid}) WHERE u.deleted_at IS NULL AND coalesce(u.active, true)
  AND coalesce([(u)-[:HAS_CREDENTIAL]->(c) | c.sessions][0], 0) = $sessions
RETURN u.uid AS uid, u.name AS name, u.email AS email, u.role AS role, true AS active,
  [(u)-[:MEMBER_OF]->(t) | t.name][0] AS team, u.locale AS locale, u.timezone AS timezone,
  COUNT { (u)<-[:UNREAD_BY]-() } AS unread
LIMIT $limit
