// The open tasks of a series.
// mode: read
// params: series, limit
// rows: uid
CALL () {
  MATCH (t:Task {uid: $series}) RETURN t
  UNION ALL
  MATCH (t:Task {series: $series}) RETURN t
}
WITH t WHERE t.status = 'open' AND t.deleted_at IS NULL
RETURN t.uid AS uid ORDER BY uid LIMIT $limit
