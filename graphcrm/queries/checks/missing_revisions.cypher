// Records that were changed more often than is remembered, and records without a name or a uid.
// mode: read
// params: limit
// rows: where, what
MATCH (n:Account|Contact|Lead|User)
WHERE n.rev > 1 OR n.uid IS NULL OR n.name IS NULL
WITH n, toLower(labels(n)[0]) AS kind
CALL (n, kind) {
  MATCH (r:Revision {of: n.uid}) USING INDEX r:Revision(of) WHERE r.kind = kind AND 1 < r.rev <= n.rev
  RETURN count(DISTINCT r.rev) AS known
}
WITH *, CASE WHEN n.uid IS NULL OR n.name IS NULL THEN 'it has no uid or no name'
  WHEN known < n.rev - 1 THEN 'it is at revision ' + n.rev + ', and ' + known + ' changes are remembered' END AS what
WHERE what IS NOT NULL
RETURN [labels(n)[0] + ' ' + coalesce(n.uid, '')] AS where, what ORDER BY where LIMIT $limit
