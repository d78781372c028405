// The (user, target contact) pairs of one user with somebody who is at the target, best bound first.
// mode: read
// params: user, target, on, before, age, model, limit
// rows: user, connector, middle, target_contact, bound
MATCH (u:User {uid: $user})-[k:KNOWS|RATES]->(y)
WHERE coalesce(k.first_at, k.at) < $before AND NOT EXISTS { (u)-[:IS]->(y) }
WITH u, k, y  // the user's side first: nobody knows as many people as a large account employs
MATCH (y)-[w:WORKS_AT]->(t:Account {uid: $target})
WHERE w.start_min <= $on AND w.end_max > $on
WITH u, y, k, max(coalesce($model.relevance[w.role], $model.relevance_other)) AS relevance,
  coalesce(2.0 ^ (k.heat_out - $age), 0.0) AS out, coalesce(2.0 ^ (k.heat_in - $age), 0.0) AS into
WITH u, y, max(relevance * CASE WHEN k.value IS NOT NULL THEN $model.floors[k.value - 1] ELSE
  $model.one_sided * (1 - exp(-(out + into) / $model.tie_scale)) + $model.mutual
  * (1 - exp(-2 * CASE WHEN out < into THEN out ELSE into END / $model.tie_scale)) END) AS bound
RETURN u.uid AS user, null AS connector, null AS middle, y.uid AS target_contact, bound
ORDER BY bound DESC, user, target_contact LIMIT $limit
