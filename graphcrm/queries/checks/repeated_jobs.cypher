// Jobs of one contact, account and kind that certainly hold on one day, though nobody insisted.
// mode: read
// params: limit
// rows: where, what
MATCH (c:Contact)-[w:WORKS_AT]->(a) WHERE w.carried_from IS NULL
WITH c, a, coalesce(w.kind, 'employee') AS kind, collect(w) AS jobs WHERE size(jobs) > 1
UNWIND jobs AS one
UNWIND jobs AS other
WITH c, one, other WHERE one.uid < other.uid AND one.start_max < other.end_min AND other.start_max < one.end_min
  AND one.start_max < one.end_min AND other.start_max < other.end_min
  AND NOT coalesce(one.concurrent, false) AND NOT coalesce(other.concurrent, false)
RETURN ['Contact ' + c.uid, one.uid, other.uid] AS where, 'two jobs of one kind at one account at once' AS what
ORDER BY where LIMIT $limit
