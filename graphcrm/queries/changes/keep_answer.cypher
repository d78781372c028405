// Keep what a request was answered.
// mode: write
// params: uid, status, answer, headers
// rows: uid
MATCH (k:IdempotencyKey {uid: $uid})
SET k.status = $status, k.answer = $answer, k.headers = $headers
RETURN k.uid AS uid
