// Whom active users know among the people of some accounts on a day: how many, and who best.
// mode: read
// params: accounts, movers, on, before, age, model, shown, limit, see
// rows: account, people, movers, best
UNWIND $accounts AS account
MATCH (a:Account {uid: account})<-[w:WORKS_AT]-(x) WHERE w.start_min <= $on AND $on < w.end_max
WITH DISTINCT a, x
MATCH (x)<-[k:KNOWS|RATES]-(u)
WHERE ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact)
  AND coalesce(k.first_at, k.at) < $before AND coalesce(u.active, true)
  AND NOT EXISTS { (u)-[:IS]->(me) WHERE me = x }
CALL (u, x, k) {  // the sums on KNOWS hold only where all of it lies before the moment
  MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE k.last_at >= $before AND i.at < $before
  WITH coalesce($model.weights[i.channel], $model.weights.other) * CASE WHEN i.participants >= $model.crowd THEN 0.0
    WHEN i.participants > 2 THEN 1.0 / (i.participants - 1) ELSE 1.0 END
    * 2 ^ ((i.at.epochMillis - $model.epoch_ms) / $model.half_life_ms - $age) AS weight,
    CASE i.direction WHEN 'out' THEN 1.0 WHEN 'in' THEN 0.0 ELSE 0.5 END AS ours
  RETURN sum(weight * ours) AS sent, sum(weight * (1 - ours)) AS got
}
WITH a, x, u, k, CASE WHEN k.last_at >= $before THEN sent ELSE coalesce(2.0 ^ (k.heat_out - $age), 0.0) END AS out,
  CASE WHEN k.last_at >= $before THEN got ELSE coalesce(2.0 ^ (k.heat_in - $age), 0.0) END AS into
WITH a, x, u, round(CASE WHEN k.value IS NULL
  THEN $model.one_sided * (1 - exp(-(out + into) / $model.tie_scale)) + $model.mutual
    * (1 - exp(-2 * CASE WHEN out < into THEN out ELSE into END / $model.tie_scale))
  ELSE $model.floors[k.value - 1]
    * 0.5 ^ (duration.inSeconds(k.at, $before).seconds / $model.rating_half_life_s) END, 12) AS strength
ORDER BY strength DESC, u.uid
WITH a, x, collect([u, strength])[0] AS tie ORDER BY tie[1] DESC, x.uid
WITH a, collect([x, tie]) AS known
UNWIND known[..$shown] AS one
WITH a, known, one[0] AS x, one[1] AS tie
CALL (a, x) {
  MATCH (x)-[w:WORKS_AT]->(b) WHERE b = a AND w.start_min <= $on AND $on < w.end_max
  RETURN w.title AS title ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid LIMIT 1
}
WITH a, known, collect([x.uid, x.name, coalesce(x.do_not_contact, false), title,
  tie[0].uid, tie[0].name, tie[1]]) AS best
RETURN a.uid AS account, size(known) AS people, 
  [one IN known WHERE one[0].uid IN $movers | one[0].uid] AS movers, best
LIMIT $limit
