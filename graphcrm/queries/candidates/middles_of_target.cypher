// Who may have worked with somebody at the target, for the last hop of a chain, best bound first.
// mode: read
// params: target, least, on, cap, model, limit, see
// rows: middle, bound
MATCH (t:Account {uid: $target})<-[w3:WORKS_AT]-(y) WHERE w3.start_min <= $on AND w3.end_max > $on
  AND ($see.Contact IS NULL OR coalesce(y.owner, '') IN $see.Contact)
WITH t, y, max(coalesce($model.relevance[w3.role], $model.relevance_other)) AS relevance,
  max(w3.verified_on) AS verified
WITH t, y, relevance * reduce(factor = 1.0, s IN $model.stale | CASE
    WHEN duration.inDays(verified, $on).days > s.days AND s.factor < factor THEN s.factor ELSE factor END)
  AS relevance
MATCH (y)-[w2:WORKS_AT]->(a)
WHERE COUNT { (a)<-[:WORKS_AT]-() } <= $cap AND NOT coalesce(a.placeholder, false) AND w2.start_min < $on
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
WITH t, y, relevance, w2, a, coalesce(
    CASE WHEN a.employee_count > 0 THEN a.employee_count END, $model.bands[a.size_band],
    CASE WHEN a.size_band IS NULL THEN $model.size_unknown ELSE $model.size_full END) AS size
WHERE relevance * $model.colleagues_most * CASE WHEN size > $model.size_full
  THEN sqrt($model.size_full / size) ELSE 1.0 END > $least  // what no overlap could mend is not expanded
MATCH (a)<-[w1:WORKS_AT]-(z)
WHERE z <> y AND ($see.Contact IS NULL OR coalesce(z.owner, '') IN $see.Contact) AND w1.start_min < $on
  AND w1.start_min < w2.end_max AND w2.start_min < w1.end_max
WITH t, y, relevance, z, a, size,
  CASE WHEN w1.start_min > w2.start_min THEN w1.start_min ELSE w2.start_min END AS first,
  CASE WHEN w1.start_max > w2.start_max THEN w1.start_max ELSE w2.start_max END AS since,
  reduce(day = $on, end IN [w1.end_min, w2.end_min] | CASE WHEN end < day THEN end ELSE day END) AS until,
  reduce(day = $on, end IN [w1.end_max, w2.end_max] | CASE WHEN end < day THEN end ELSE day END) AS last,
  CASE WHEN w1.start IS NULL OR w2.start IS NULL THEN $model.overlap_unknown_days ELSE 1000000 END AS most,
  coalesce(toUpper(trim(w1.department)) = toUpper(trim(w2.department)), false) AS same
WITH t, y, relevance, z, a, size, same, last, most, (duration.inDays(first, last).days
  + CASE WHEN since < until THEN duration.inDays(since, until).days ELSE 0 END) / 2.0 AS days
WITH t, y, relevance, z, a, size, max(same) AS same, max(last) AS last,
  sum(CASE WHEN days < most THEN days ELSE most END) AS days
WITH t, z, max(relevance * CASE WHEN days < $model.overlap_least_days THEN 0.0 ELSE
  $model.colleagues_most * (1 - exp(-days / $model.overlap_scale_days))
  * 0.5 ^ (duration.inDays(last, $on).days / $model.colleagues_half_life_days)
  * CASE WHEN same THEN 1.0 ELSE $model.other_department END
  * CASE WHEN size > $model.size_full THEN sqrt($model.size_full / size) ELSE 1.0 END END) AS bound
WHERE bound > $least AND NOT EXISTS { (z)-[w:WORKS_AT]->(t) WHERE w.start_min <= $on AND w.end_max > $on }
RETURN z.uid AS middle, bound
ORDER BY bound DESC, middle LIMIT $limit
