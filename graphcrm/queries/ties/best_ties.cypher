// The strongest tie of the active users, or of one user, with each of some contacts.
// mode: read
// params: contacts, user, before, age, model, limit, see
// rows: contact, user, user_name, strength
UNWIND $contacts AS contact
MATCH (x:Contact {uid: contact})<-[k:KNOWS|RATES]-(u)
WHERE ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact) AND coalesce(k.first_at, k.at) < $before
  AND NOT EXISTS { (u)-[:IS]->(me) WHERE me = x }
  AND CASE WHEN $user IS NULL THEN coalesce(u.active, true) ELSE u.uid = $user END
CALL (u, x, k) {  // the sums on KNOWS hold only where all of it lies before the moment
  MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE k.last_at >= $before AND i.at < $before
  WITH coalesce($model.weights[i.channel], $model.weights.other) * CASE WHEN i.participants >= $model.crowd THEN 0.0
    WHEN i.participants > 2 THEN 1.0 / (i.participants - 1) ELSE 1.0 END
    * 2 ^ ((i.at.epochMillis - $model.epoch_ms) / $model.half_life_ms - $age) AS weight,
    CASE i.direction WHEN 'out' THEN 1.0 WHEN 'in' THEN 0.0 ELSE 0.5 END AS ours
  RETURN sum(weight * ours) AS sent, sum(weight * (1 - ours)) AS got
}
WITH x, u, k, CASE WHEN k.last_at >= $before THEN sent ELSE coalesce(2.0 ^ (k.heat_out - $age), 0.0) END AS out,
  CASE WHEN k.last_at >= $before THEN got ELSE coalesce(2.0 ^ (k.heat_in - $age), 0.0) END AS into
WITH x, u, CASE WHEN k.value IS NULL
  THEN $model.one_sided * (1 - exp(-(out + into) / $model.tie_scale)) + $model.mutual
    * (1 - exp(-2 * CASE WHEN out < into THEN out ELSE into END / $model.tie_scale))
  ELSE $model.floors[k.value - 1]
    * 0.5 ^ (duration.inSeconds(k.at, $before).seconds / $model.rating_half_life_s) END AS strength
WITH x, u.uid AS user, u.name AS name, round(strength, 12) AS strength  // more digits are no reason for an order
ORDER BY strength DESC, user
WITH x, collect([user, name, strength])[0] AS best
RETURN x.uid AS contact, best[0] AS user, best[1] AS user_name, best[2] AS strength
LIMIT $limit
