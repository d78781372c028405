// How the active user with an e-mail address, any of theirs, signs in.
// mode: read
// params: email, limit
// rows: uid, name, email, sessions, password, identity, totp, totp_step, recovery
CALL () {
  MATCH (:Handle {uid: 'email:' + $email})<-[:HAS_HANDLE]-(u:User) RETURN u
  UNION
  MATCH (u:User {email: $email}) RETURN u
}
WITH u WHERE u.deleted_at IS NULL AND coalesce(u.active, true)
OPTIONAL MATCH (u)-[:HAS_CREDENTIAL]->(c:Credential)
RETURN u.uid AS uid, u.name AS name, u.email AS email, coalesce(c.sessions, 0) AS sessions, c.password AS password,
  c.identity AS identity, c.totp AS totp, c.totp_step AS totp_step, coalesce(c.recovery, []) AS recovery
LIMIT $limit
