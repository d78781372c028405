// Records with more than one open owner, and assignments that end before they begin.
// mode: read
// params: limit
// rows: where, what
CALL () {
  MATCH (n)-[s:ASSIGNED_TO]->(u) WHERE s.end IS NULL
  WITH n, u ORDER BY u.uid
  WITH n, collect(u.uid) AS owners WHERE size(owners) > 1
  RETURN [labels(n)[0] + ' ' + n.uid] + owners AS where, 'it has ' + size(owners) + ' open owners' AS what
  UNION ALL
  MATCH (n)-[s:ASSIGNED_TO]->(u) WHERE s.end < s.start
  RETURN [labels(n)[0] + ' ' + n.uid, u.uid] AS where, 'an assignment ends before it begins' AS what
}
RETURN where, what ORDER BY where LIMIT $limit
