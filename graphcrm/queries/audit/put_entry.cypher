// Write one entry behind the end of the audit log, which it becomes; only who has claimed the head may.
// mode: write
// params: props, uids
// rows: seq
MATCH (h:AuditHead {uid: 'head'})
CREATE (a:Audit)
SET a = $props, h.seq = a.seq, h.hash = a.hash, h.at = a.at
FOREACH (uid IN $uids | CREATE (:Audited {of: uid, seq: a.seq}))
RETURN a.seq AS seq
