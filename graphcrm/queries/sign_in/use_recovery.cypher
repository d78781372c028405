// Use a recovery code.
// mode: write
// params: uid, digest
// rows: left
MATCH (c:Credential {uid: $uid})
SET c.uid = c.uid  // takes the lock before it is looked for
WITH c WHERE $digest IN c.recovery
SET c.recovery = [kept IN c.recovery WHERE kept <> $digest]
RETURN size(c.recovery) AS left
