// The saved views of anybody that are about a record, or in whose parameters or state its uid stands.
// mode: read
// params: uid, limit
// rows: uid, of, target, parameters, state
MATCH (v:SavedView)
WHERE v.target = $uid OR v.parameters CONTAINS $uid OR v.state CONTAINS $uid
RETURN v.uid AS uid, v.of AS of, v.target AS target, coalesce(v.parameters, '') AS parameters, v.state AS state
ORDER BY uid LIMIT $limit
