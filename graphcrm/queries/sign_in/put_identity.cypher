// Remember who a user is to a provider of OpenID Connect, unless that is known.
// mode: write
// params: uid, identity
// rows: sessions
MATCH (u:User {uid: $uid})
SET u.uid = u.uid  // takes the lock: who puts the user into the trash waits, and then takes this along
WITH u WHERE u.deleted_at IS NULL
MERGE (c:Credential {uid: $uid})
MERGE (u)-[:HAS_CREDENTIAL]->(c)
WITH c WHERE coalesce(c.identity, $identity) = $identity
SET c.identity = $identity
RETURN coalesce(c.sessions, 0) AS sessions
