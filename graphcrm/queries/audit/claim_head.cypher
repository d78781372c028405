// The end of the audit log: whoever else wants to go on from there waits until this transaction ends.
// mode: write
// params: now
// rows: seq, hash, at
MERGE (h:AuditHead {uid: 'head'})
ON CREATE SET h.seq = 0, h.hash = '', h.at = $now
SET h.uid = 'head'  // takes the lock; SET h.seq = h.seq would read it before, and write back what it was
RETURN h.seq AS seq, h.hash AS hash, h.at AS at
