// Keep the digest of a one-time link with which a user sets a password; an older one of theirs is over.
// mode: write
// params: uid, digest, until
// rows: uid
MATCH (u:User {uid: $uid})
SET u.uid = u.uid  // takes the lock: who puts the user into the trash waits, and then takes this along
WITH u WHERE u.deleted_at IS NULL
MERGE (c:Credential {uid: $uid})
MERGE (u)-[:HAS_CREDENTIAL]->(c)
SET c.link = $digest, c.link_until = $until
RETURN c.uid AS uid
