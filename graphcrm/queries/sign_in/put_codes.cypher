// Have a user asked for one-time codes from now on; all their sessions end.
// mode: write
// params: uid, totp, step, recovery
// rows: sessions
MATCH (c:Credential {uid: $uid})
SET c.uid = c.uid  // takes the lock: somebody may have done so in another window
WITH c WHERE c.totp IS NULL
SET c.totp = $totp, c.totp_step = $step, c.recovery = $recovery, c.sessions = coalesce(c.sessions, 0) + 1
RETURN c.sessions AS sessions
