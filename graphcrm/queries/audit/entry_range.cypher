// The numbers of the audit log's entries from one moment on and before another: the first, and the one behind them.
// mode: read
// params: since, until, limit
// rows: first, before
CALL () {
  MATCH (a:Audit) WHERE a.at >= $since
  RETURN a.seq AS first ORDER BY a.at, a.seq LIMIT $limit
}
CALL () {
  MATCH (a:Audit) WHERE a.at < $until
  RETURN a.seq + 1 AS before ORDER BY a.at DESC, a.seq DESC LIMIT $limit
}
RETURN first, before
