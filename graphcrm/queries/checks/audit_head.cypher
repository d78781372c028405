// The head of the audit log, and how many entries have no number.
// mode: read
// params: limit
// rows: seq, hash, unnumbered
CALL () {
  MATCH (a:Audit) WHERE a.seq IS NULL OR a.seq IS NOT :: INTEGER
  RETURN count(a) AS unnumbered
}
OPTIONAL MATCH (h:AuditHead {uid: 'head'})
RETURN coalesce(h.seq, 0) AS seq, coalesce(h.hash, '') AS hash, unnumbered LIMIT $limit
