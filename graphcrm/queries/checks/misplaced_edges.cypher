// Edges between the wrong kinds of records, without a uid, at a record in the trash, or set aside for nothing.
// mode: read
// params: ends, limit
// rows: where, what
MATCH (a)-[e]->(b)
WITH a, e, b, type(e) AS type, $ends[type(e)] AS ends
WITH *, CASE
  WHEN type IN ['WORKS_AT', 'INTERACTED_WITH', 'ASSIGNED_TO', 'RATES', 'REPORTS_TO', 'RELATED_TO', 'SUBSIDIARY_OF',
    'PARTNER_OF', 'SUCCEEDED_BY', 'CONVERTED_TO', 'ATTENDS'] AND e.uid IS NULL THEN 'it has no uid'
  WHEN ends IS NOT NULL AND NOT (any(l IN labels(a) WHERE l IN ends[0]) AND any(l IN labels(b) WHERE l IN ends[1]))
    THEN 'it is between ' + coalesce(labels(a)[0], 'nothing') + ' and ' + coalesce(labels(b)[0], 'nothing')
  WHEN type = 'TRASHED' AND (e.type IS NULL OR (a.deleted_at IS NULL AND b.deleted_at IS NULL))
    THEN 'it is set aside, and nothing at its ends is in the trash'
  WHEN NOT type IN ['TRASHED', 'FOR', 'LEFT', 'JOINED'] AND (a.deleted_at IS NOT NULL OR b.deleted_at IS NOT NULL)
    THEN 'it is at a record in the trash' END AS what
WHERE what IS NOT NULL
RETURN [type, coalesce(a.uid, ''), coalesce(b.uid, ''), coalesce(e.uid, '')] AS where, what ORDER BY where LIMIT $limit
