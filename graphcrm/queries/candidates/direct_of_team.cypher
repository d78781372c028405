// The (user, target contact) pairs of all active users with somebody who is at the target, best bound first.
// mode: read
// params: target, on, before, age, model, limit
// rows: user, connector, middle, target_contact, bound
MATCH (t:Account {uid: $target})<-[w:WORKS_AT]-(y)
WHERE w.start_min <= $on AND w.end_max > $on
MATCH (y)<-[k:KNOWS|RATES]-(u:User)
WHERE coalesce(u.active, true) AND coalesce(k.first_at, k.at) < $before
  AND NOT EXISTS { (u)-[:IS]->(y) }
WITH u, y, k, max(coalesce($model.relevance[w.role], $model.relevance_other)) AS relevance,
  coalesce(2.0 ^ (k.heat_out - $age), 0.0) AS out, coalesce(2.0 ^ (k.heat_in - $age), 0.0) AS into
WITH u, y, max(relevance * CASE WHEN k.value IS NOT NULL THEN $model.floors[k.value - 1] ELSE
  $model.one_sided * (1 - exp(-(out + into) / $model.tie_scale)) + $model.mutual
  * (1 - exp(-2 * CASE WHEN out < into THEN out ELSE into END / $model.tie_scale)) END) AS bound
RETURN u.uid AS user, null AS connector, null AS middle, y.uid AS target_contact, bound
ORDER BY bound DESC, user, target_contact LIMIT $limit
