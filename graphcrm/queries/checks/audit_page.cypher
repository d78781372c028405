// Entries of the audit log by number, with all that their hashes cover, and the records that they are not found by.
// mode: read
// params: first, limit
// rows: seq, stored, lost
MATCH (a:Audit) WHERE a.seq >= $first
WITH a ORDER BY a.seq LIMIT $limit
RETURN a.seq AS seq, a {.*} AS stored,
  [r IN coalesce(a.records, []) WHERE NOT EXISTS { (:Audited {of: split(r, ' ')[1], seq: a.seq}) }] AS lost
ORDER BY seq
