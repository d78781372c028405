// The open tasks of a series.
// mode: read
// params: series, limit
// rows: uid
MATCH (t:Task {series: $series}) WHERE t.status = 'open' AND t.deleted_at IS NULL
RETURN t.uid AS uid ORDER BY uid LIMIT $limit
