// The (user, target contact) pairs of all active users with somebody who is at the target, best bound first.
// mode: read
// params: target, on, before, age, model, limit, see
// rows: user, connector, middle, target_contact, relevance, bound
MATCH (t:Account {uid: $target})<-[w:WORKS_AT]-(y)
WHERE w.start_min <= $on AND w.end_max > $on AND ($see.Contact IS NULL OR coalesce(y.owner, '') IN $see.Contact)
WITH y, max(coalesce($model.relevance[w.role], $model.relevance_other)) AS relevance, max(w.verified_on) AS verified
MATCH (y)<-[k:KNOWS|RATES]-(u:User)
WHERE coalesce(u.active, true) AND coalesce(k.first_at, k.at) < $before
  AND NOT EXISTS { (u)-[:IS]->(y) }
WITH u, y, k, relevance, verified, coalesce(2.0 ^ (k.heat_out - $age), 0.0) AS out,
  coalesce(2.0 ^ (k.heat_in - $age), 0.0) AS into
WITH u, y, relevance, verified, max(CASE WHEN k.value IS NULL
  THEN $model.one_sided * (1 - exp(-(out + into) / $model.tie_scale)) + $model.mutual
    * (1 - exp(-2 * CASE WHEN out < into THEN out ELSE into END / $model.tie_scale))
  ELSE $model.floors[k.value - 1]
    * 0.5 ^ (duration.inSeconds(k.at, $before).seconds / $model.rating_half_life_s) END) AS most
WITH u, y, relevance, most * relevance * reduce(factor = 1.0, s IN $model.stale | CASE
    WHEN duration.inDays(verified, $on).days > s.days AND s.factor < factor THEN s.factor ELSE factor END) AS bound
RETURN u.uid AS user, null AS connector, null AS middle, y.uid AS target_contact, relevance,
  bound
ORDER BY bound DESC, user, target_contact LIMIT $limit
