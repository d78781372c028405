// Say that a token is used now, unless it is said that it was since a moment.
// mode: write
// params: uid, now, before
// rows: first
MATCH (t:ApiToken {uid: $uid})
SET t.uid = $uid  // takes the lock before it is read
WITH t WHERE t.used_at IS NULL OR t.used_at < $before
WITH t, t.used_at IS NULL AS first
SET t.used_at = $now
RETURN first
