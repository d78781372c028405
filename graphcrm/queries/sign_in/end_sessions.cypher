// End all sessions of a user.
// mode: write
// params: uid
// rows: sessions
MATCH (u:User {uid: $uid})
SET u.uid = u.uid  // takes the lock: who puts the user into the trash waits, and then takes this along
WITH u WHERE u.deleted_at IS NULL
MERGE (c:Credential {uid: $uid})
MERGE (u)-[:HAS_CREDENTIAL]->(c)
SET c.sessions = coalesce(c.sessions, 0) + 1
RETURN c.sessions AS sessions
