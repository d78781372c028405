// Erase handles that nobody has.
// mode: write
// params: uids
// rows: erased
UNWIND $uids AS uid
MATCH (h:Handle {uid: uid})
SET h.value = h.value  // takes the lock before others are looked for
WITH h WHERE NOT EXISTS { (h)--() }
DELETE h
RETURN count(*) AS erased
