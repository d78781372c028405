// The (connector, middle) pairs who may have worked together, for the first half of a chain, best bound first.
// mode: read
// params: connectors, ties, middles, target, on, cap, model, limit
// rows: connector, middle, bound
MATCH (t:Account {uid: $target})
MATCH (x:Contact)-[w1:WORKS_AT]->(a)<-[w2:WORKS_AT]-(z:Contact)
USING JOIN ON a  // both sides meet: nobody's colleagues are expanded
WHERE x.uid IN $connectors AND z.uid IN keys($middles) AND z <> x
  AND COUNT { (a)<-[:WORKS_AT]-() } <= $cap AND NOT coalesce(a.placeholder, false) AND w1.start_min < $on
  AND w2.start_min < $on AND w1.start_min < w2.end_max AND w2.start_min < w1.end_max
// `middles` and `ties` map people to the most that their side of the chain can be
WITH t, x, z, a, w1.department IS NOT NULL AND w2.department IS NOT NULL AS same,
  CASE WHEN w1.start IS NULL OR w2.start IS NULL THEN $model.overlap_unknown_days ELSE 1000000 END AS most,
  CASE WHEN w1.start_min > w2.start_min THEN w1.start_min ELSE w2.start_min END AS since,
  CASE WHEN w1.end_max < w2.end_max THEN w1.end_max ELSE w2.end_max END AS until
WITH t, x, z, a, same, most, since, CASE WHEN until < $on THEN until ELSE $on END AS until
WITH t, x, z, a, same, until, most, duration.inDays(since, until).days AS days
WITH t, x, z, a, max(same) AS same, max(until) AS until, sum(CASE WHEN days < most THEN days ELSE most END) AS days
WITH t, x, z, max($model.colleagues_most * (1 - exp(-days / $model.overlap_scale_days))
  * 0.5 ^ (duration.inDays(until, $on).days / $model.colleagues_half_life_days)
  * CASE WHEN same THEN 1.0 ELSE $model.other_department END * sqrt($model.size_full / CASE
      WHEN a.employee_count > $model.size_full THEN a.employee_count
      WHEN a.employee_count > 0 OR a.size_band IS NOT NULL THEN $model.size_full
      ELSE $model.size_unknown END)) AS near
WHERE NOT EXISTS { (x)-[w:WORKS_AT]->(t) WHERE w.start_min <= $on AND w.end_max > $on }
WITH x.uid AS connector, z.uid AS middle, near
RETURN connector, middle, near * $ties[connector] * $middles[middle] * $model.hop ^ 2 AS bound
ORDER BY bound DESC, connector, middle LIMIT $limit
