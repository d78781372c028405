// Keep the digest of the one-time link that makes the first administrator; an older one is over.
// mode: write
// params: uid, digest, until
// rows: uid
MERGE (c:Credential {uid: $uid})
SET c.link = $digest, c.link_until = $until
RETURN c.uid AS uid
