// Take the locks of what counts failed attempts, made where there was none, and read it.
// mode: write
// params: uids
// rows: uid, failures, at, until
UNWIND $uids AS uid
MERGE (a:Attempts {uid: uid})
SET a.uid = uid  // takes the lock before anything is read
WITH a
RETURN a.uid AS uid, coalesce(a.failures, 0) AS failures, a.at AS at, a.until AS until
