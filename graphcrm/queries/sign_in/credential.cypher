// How one active user signs in, by uid.
// mode: read
// params: uid, limit
// rows: uid, name, email, sessions, password, identity, totp, totp_step, recovery
MATCH (u:User {uid: $uid}) WHERE u.deleted_at IS NULL AND coalesce(u.active, true)
OPTIONAL MATCH (u)-[:HAS_CREDENTIAL]->(c:Credential)
RETURN u.uid AS uid, u.name AS name, u.email AS email, coalesce(c.sessions, 0) AS sessions, c.password AS password,
  c.identity AS identity, c.totp AS totp, c.totp_step AS totp_step, coalesce(c.recovery, []) AS recovery
LIMIT $limit
