// The (connector, target contact) pairs of some connectors through a shared workplace, best bound first.
// mode: read
// params: connectors, ties, target, on, cap, model, limit
// rows: user, connector, middle, target_contact, bound
MATCH (t:Account {uid: $target})<-[w3:WORKS_AT]-(y)
WHERE w3.start_min <= $on AND w3.end_max > $on
MATCH (y)-[w2:WORKS_AT]->(a)<-[w1:WORKS_AT]-(x:Contact)
USING JOIN ON a  // both sides meet: nobody's colleagues are expanded
WHERE x.uid IN $connectors AND y <> x AND COUNT { (a)<-[:WORKS_AT]-() } <= $cap
  AND NOT coalesce(a.placeholder, false) AND w1.start_min < $on AND w2.start_min < $on
  AND w1.start_min < w2.end_max AND w2.start_min < w1.end_max
// `ties` maps the connectors to the most that a tie with them can be
WITH t, x, y, a, $model.relevance[w3.role] AS relevant,
  CASE WHEN w1.start_min > w2.start_min THEN w1.start_min ELSE w2.start_min END AS since,
  CASE WHEN w1.end_max < w2.end_max THEN w1.end_max ELSE w2.end_max END AS until,
  CASE WHEN w1.start IS NULL OR w2.start IS NULL THEN $model.overlap_unknown_days ELSE 1000000 END AS most,
  toUpper(trim(w1.department)) = toUpper(trim(w2.department)) AS same
WITH t, x, y, a, relevant, same, most, since, CASE WHEN until < $on THEN until ELSE $on END AS until
WITH t, x, y, a, relevant, same, until, most, duration.inDays(since, until).days AS days
WITH t, x, y, a, max(relevant) AS relevant, max(coalesce(same, false)) AS same, max(until) AS until,
  sum(CASE WHEN days < most THEN days ELSE most END) AS days
WITH t, x, y, coalesce(relevant, $model.relevance_other) AS relevant, $model.colleagues_most
  * (1 - exp(-days / $model.overlap_scale_days))
  * 0.5 ^ (duration.inDays(until, $on).days / $model.colleagues_half_life_days)
  * CASE WHEN same THEN 1.0 ELSE $model.other_department END * sqrt($model.size_full / CASE
      WHEN a.employee_count > $model.size_full THEN a.employee_count
      WHEN a.employee_count > 0 OR a.size_band IS NOT NULL THEN $model.size_full
      ELSE $model.size_unknown END) AS rest
WITH t, x, y, $ties[x.uid] * $model.hop * max(relevant * rest) AS bound
WHERE NOT EXISTS { (x)-[w:WORKS_AT]->(t) WHERE w.start_min <= $on AND w.end_max > $on }
RETURN null AS user, x.uid AS connector, null AS middle, y.uid AS target_contact, bound
ORDER BY bound DESC, connector, target_contact LIMIT $limit
