// Use the one-time code of a time step: neither that nor an earlier one is taken again.
// mode: write
// params: uid, step
// rows: step
MATCH (c:Credential {uid: $uid})
SET c.uid = c.uid  // takes the lock before the last step is read
WITH c WHERE coalesce(c.totp_step, -1) < $step
SET c.totp_step = $step
RETURN c.totp_step AS step
