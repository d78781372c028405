// Claim the key of a request: whoever else sends it waits until this transaction ends.
// mode: write
// params: uid, digest, now
// rows: digest, status, answer, headers
MERGE (k:IdempotencyKey {uid: $uid})
ON CREATE SET k.digest = $digest, k.at = $now
SET k.at = k.at  // takes the lock before the answer is read
RETURN k.digest AS digest, k.status AS status, k.answer AS answer, k.headers AS headers
