// Keep another hash of the password that a user has, unless it was changed meanwhile.
// mode: write
// params: uid, old, new
// rows: uid
MATCH (c:Credential {uid: $uid})
SET c.uid = c.uid  // takes the lock before it is compared
WITH c WHERE c.password = $old
SET c.password = $new
RETURN c.uid AS uid
