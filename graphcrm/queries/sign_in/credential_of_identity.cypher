// How the active user signs in who is somebody to a provider of OpenID Connect.
// mode: read
// params: identity, limit
// rows: uid, name, email, sessions, password, identity, totp, totp_step, recovery
MATCH (c:Credential {identity: $identity})<-[:HAS_CREDENTIAL]-(u:User)
WHERE u.deleted_at IS NULL AND coalesce(u.active, true)
RETURN u.uid AS uid, u.name AS name, u.email AS email, coalesce(c.sessions, 0) AS sessions, c.password AS password,
  c.identity AS identity, c.totp AS totp, c.totp_step AS totp_step, coalesce(c.recovery, []) AS recovery
LIMIT $limit
