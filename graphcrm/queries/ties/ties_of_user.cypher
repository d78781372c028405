// The ties of one user, how strong each is at a moment, and how near its contact can be to others.
// mode: read
// params: user, before, age, on, cap, model, limit, see
// rows: user, contact, most, near, heat, own
MATCH (u:User {uid: $user})
WITH u, [(u)-[:IS]->(c) | c.uid][0] AS own  // once: what it costs depends on what the store met first
MATCH (u)-[k:KNOWS|RATES]->(x)
WHERE coalesce(k.first_at, k.at) < $before AND ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact)
CALL (u, x, k) {  // the sums on KNOWS hold only where all of it lies before the moment
  MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE k.last_at >= $before AND i.at < $before
  WITH coalesce($model.weights[i.channel], $model.weights.other) * CASE WHEN i.participants >= $model.crowd THEN 0.0
    WHEN i.participants > 2 THEN 1.0 / (i.participants - 1) ELSE 1.0 END
    * 2 ^ ((i.at.epochMillis - $model.epoch_ms) / $model.half_life_ms - $age) AS weight,
    CASE i.direction WHEN 'out' THEN 1.0 WHEN 'in' THEN 0.0 ELSE 0.5 END AS ours
  RETURN sum(weight * ours) AS sent, sum(weight * (1 - ours)) AS got
}
CALL (x) {  // the most that anybody can have in common with the contact, by where they worked
  MATCH (x)-[w:WORKS_AT]->(a)
  WHERE w.start_min < $on AND COUNT { (a)<-[:WORKS_AT]-() } <= $cap AND NOT coalesce(a.placeholder, false)
  WITH CASE WHEN w.department IS NULL THEN $model.other_department ELSE 1.0 END AS same, coalesce(
      CASE WHEN a.employee_count > 0 THEN a.employee_count END, $model.bands[a.size_band],
      CASE WHEN a.size_band IS NULL THEN $model.size_unknown ELSE $model.size_full END) AS size
  RETURN max($model.colleagues_most * same * CASE WHEN size > $model.size_full
    THEN sqrt($model.size_full / size) ELSE 1.0 END) AS near
}
WITH u, own, x, k, near,
  CASE WHEN k.last_at >= $before THEN sent ELSE coalesce(2.0 ^ (k.heat_out - $age), 0.0) END AS out,
  CASE WHEN k.last_at >= $before THEN got ELSE coalesce(2.0 ^ (k.heat_in - $age), 0.0) END AS into
RETURN u.uid AS user, x.uid AS contact, CASE WHEN k.value IS NULL
  THEN $model.one_sided * (1 - exp(-(out + into) / $model.tie_scale)) + $model.mutual
    * (1 - exp(-2 * CASE WHEN out < into THEN out ELSE into END / $model.tie_scale))
  ELSE $model.floors[k.value - 1]
    * 0.5 ^ (duration.inSeconds(k.at, $before).seconds / $model.rating_half_life_s) END AS most,
  coalesce(near, 0.0) AS near, k.heat AS heat, own
ORDER BY most DESC, contact LIMIT $limit
