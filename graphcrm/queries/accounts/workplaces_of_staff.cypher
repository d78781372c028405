// Where the people of one account have worked: the places too large to search, and how near the others can bring them.
// mode: read
// params: target, on, cap, model, limit, see
// rows: too_large, near
MATCH (t:Account {uid: $target})<-[w3:WORKS_AT]-(y)
WHERE w3.start_min <= $on AND w3.end_max > $on AND ($see.Contact IS NULL OR coalesce(y.owner, '') IN $see.Contact)
WITH DISTINCT y
MATCH (y)-[w2:WORKS_AT]->(a)
WHERE w2.start_min < $on AND NOT coalesce(a.placeholder, false)
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
WITH a, max(CASE WHEN w2.department IS NULL THEN $model.other_department ELSE 1.0 END) AS same
WITH a, same, COUNT { (a)<-[:WORKS_AT]-() } AS people, coalesce(
  CASE WHEN a.employee_count > 0 THEN a.employee_count END, $model.bands[a.size_band],
  CASE WHEN a.size_band IS NULL THEN $model.size_unknown ELSE $model.size_full END) AS size
ORDER BY people DESC, a.uid
RETURN collect(CASE WHEN people > $cap THEN [a.uid, a.name,
    CASE WHEN $see.Contact IS NULL THEN people END] END)[..$limit] AS too_large,
  coalesce(max(CASE WHEN people <= $cap THEN $model.colleagues_most * same * CASE WHEN size > $model.size_full
    THEN sqrt($model.size_full / size) ELSE 1.0 END END), 0.0) AS near
