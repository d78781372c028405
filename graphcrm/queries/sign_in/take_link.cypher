// Use a one-time link: of several who do at once, one has it.
// mode: write
// params: digest, now
// rows: uid
MATCH (c:Credential {link: $digest})
SET c.uid = c.uid  // takes the lock before it is looked at again
WITH c WHERE c.link = $digest AND c.link_until > $now
SET c.link = null, c.link_until = null
RETURN c.uid AS uid
