// Contacts two of whose primary jobs certainly hold on one day.
// mode: read
// params: limit
// rows: where, what
MATCH (c:Contact)-[w:WORKS_AT]->() WHERE w.primary
WITH c, collect(w) AS jobs WHERE size(jobs) > 1
UNWIND jobs AS one
UNWIND jobs AS other
WITH c, one, other WHERE one.uid < other.uid AND one.start_max < other.end_min AND other.start_max < one.end_min
  AND one.start_max < one.end_min AND other.start_max < other.end_min
RETURN ['Contact ' + c.uid, one.uid, other.uid] AS where, 'both are the primary job on one day' AS what
ORDER BY where LIMIT $limit
