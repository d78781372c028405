// The (connector, middle) pairs who may have worked together, for the first half of a chain, best bound first.
// mode: read
// params: connectors, ties, middles, least, target, on, cap, model, limit, see
// rows: connector, middle, bound
MATCH (t:Account {uid: $target})
MATCH (x:Contact)-[w1:WORKS_AT]->(a)<-[w2:WORKS_AT]-(z:Contact)
USING JOIN ON a  // both sides meet: nobody's colleagues are expanded
WHERE x.uid IN $connectors AND z.uid IN keys($middles) AND z <> x
  AND COUNT { (a)<-[:WORKS_AT]-() } <= $cap AND NOT coalesce(a.placeholder, false)
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) AND w1.start_min < $on
  AND w2.start_min < $on AND w1.start_min < w2.end_max AND w2.start_min < w1.end_max
// `middles` and `ties` map people to the most that their side of the chain can be
WITH t, x, z, a, w1, w2, $ties[x.uid] * $middles[z.uid] * $model.hop ^ 2 AS sides
WHERE sides * $model.colleagues_most > $least
WITH t, x, z, a, sides, CASE WHEN w1.start_min > w2.start_min THEN w1.start_min ELSE w2.start_min END AS first,
  CASE WHEN w1.start_max > w2.start_max THEN w1.start_max ELSE w2.start_max END AS since,
  reduce(day = $on, end IN [w1.end_min, w2.end_min] | CASE WHEN end < day THEN end ELSE day END) AS until,
  reduce(day = $on, end IN [w1.end_max, w2.end_max] | CASE WHEN end < day THEN end ELSE day END) AS last,
  CASE WHEN w1.start IS NULL OR w2.start IS NULL THEN $model.overlap_unknown_days ELSE 1000000 END AS most,
  coalesce(toUpper(trim(w1.department)) = toUpper(trim(w2.department)), false) AS same
WITH t, x, z, a, sides, same, last, most, (duration.inDays(first, last).days
  + CASE WHEN since < until THEN duration.inDays(since, until).days ELSE 0 END) / 2.0 AS days
WITH t, x, z, a, sides, max(same) AS same, max(last) AS last,
  sum(CASE WHEN days < most THEN days ELSE most END) AS days, coalesce(
    CASE WHEN a.employee_count > 0 THEN a.employee_count END, $model.bands[a.size_band],
    CASE WHEN a.size_band IS NULL THEN $model.size_unknown ELSE $model.size_full END) AS size
WITH t, x, z, sides, max(CASE WHEN days < $model.overlap_least_days THEN 0.0 ELSE
  $model.colleagues_most * (1 - exp(-days / $model.overlap_scale_days))
  * 0.5 ^ (duration.inDays(last, $on).days / $model.colleagues_half_life_days)
  * CASE WHEN same THEN 1.0 ELSE $model.other_department END
  * CASE WHEN size > $model.size_full THEN sqrt($model.size_full / size) ELSE 1.0 END END) AS near
WITH t, x, z, sides * near AS bound
WHERE bound > $least AND NOT EXISTS { (x)-[w:WORKS_AT]->(t) WHERE w.start_min <= $on AND w.end_max > $on }
RETURN x.uid AS connector, z.uid AS middle, bound
ORDER BY bound DESC, connector, middle LIMIT $limit
