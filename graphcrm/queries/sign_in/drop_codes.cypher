// Ask a user for no one-time codes any more.
// mode: write
// params: uid
// rows: uid
MATCH (c:Credential {uid: $uid}) WHERE c.totp IS NOT NULL
SET c.totp = null, c.totp_step = null, c.recovery = null
RETURN c.uid AS uid
