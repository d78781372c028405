// The active users who are sent what waits for them, by mail, and how many notifications they have not read.
// mode: read
// params: limit
// rows: uid, name, email, role, locale, timezone, digest, digest_on, unread
MATCH (u:User) WHERE u.digest IN ['daily', 'weekly'] AND u.email IS NOT NULL AND u.deleted_at IS NULL
  AND coalesce(u.active, true)
RETURN u.uid AS uid, u.name AS name, u.email AS email, u.role AS role, u.locale AS locale, u.timezone AS timezone,
  u.digest AS digest, u.digest_on AS digest_on, COUNT { (u)<-[:UNREAD_BY]-() } AS unread
ORDER BY uid LIMIT $limit
