// Give a user a password, which ends all their sessions and the link that was to set one.
// mode: write
// params: uid, password, now
// rows: sessions
MATCH (u:User {uid: $uid})
SET u.uid = u.uid  // takes the lock: who puts the user into the trash waits, and then takes this along
WITH u WHERE u.deleted_at IS NULL
MERGE (c:Credential {uid: $uid})
MERGE (u)-[:HAS_CREDENTIAL]->(c)
SET c.password = $password, c.password_at = $now, c.sessions = coalesce(c.sessions, 0) + 1,
  c.link = null, c.link_until = null
RETURN c.sessions AS sessions
