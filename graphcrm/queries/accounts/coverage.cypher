// Whom active users know among the people of one account on a day: the best known, who knows them, and how well.
// mode: read
// params: account, on, before, age, model, limit, see
// rows: contact, name, do_not_contact, title, ties, people, users
MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(x) WHERE w.start_min <= $on AND $on < w.end_max
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact)
WITH DISTINCT a, x
MATCH (x)<-[k:KNOWS|RATES]-(u)
WHERE coalesce(k.first_at, k.at) < $before AND coalesce(u.active, true) AND NOT EXISTS { (u)-[:IS]->(me) WHERE me = x }
CALL (u, x, k) {  // the sums on KNOWS hold only where all of it lies before the moment
  MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE k.last_at >= $before AND i.at < $before
  WITH i.at AS at, coalesce($model.weights[i.channel], $model.weights.other) * CASE
    WHEN i.participants >= $model.crowd THEN 0.0 WHEN i.participants > 2 THEN 1.0 / (i.participants - 1) ELSE 1.0 END
    * 2 ^ ((i.at.epochMillis - $model.epoch_ms) / $model.half_life_ms - $age) AS weight,
    CASE i.direction WHEN 'out' THEN 1.0 WHEN 'in' THEN 0.0 ELSE 0.5 END AS ours
  RETURN sum(weight * ours) AS sent, sum(weight * (1 - ours)) AS got, max(at) AS last
}
WITH a, x, u, k, CASE WHEN k.last_at >= $before THEN last ELSE k.last_at END AS last_at,
  CASE WHEN k.last_at >= $before THEN sent ELSE coalesce(2.0 ^ (k.heat_out - $age), 0.0) END AS out,
  CASE WHEN k.last_at >= $before THEN got ELSE coalesce(2.0 ^ (k.heat_in - $age), 0.0) END AS into
WITH a, x, u, max(last_at) AS last_at, max(round(CASE WHEN k.value IS NULL
  THEN $model.one_sided * (1 - exp(-(out + into) / $model.tie_scale)) + $model.mutual
    * (1 - exp(-2 * CASE WHEN out < into THEN out ELSE into END / $model.tie_scale))
  ELSE $model.floors[k.value - 1]
    * 0.5 ^ (duration.inSeconds(k.at, $before).seconds / $model.rating_half_life_s) END, 12)) AS strength
ORDER BY strength DESC, u.uid
WITH a, x, collect([u, strength, last_at]) AS ties ORDER BY ties[0][1] DESC, x.uid
WITH a, collect([x, [t IN ties | [t[0].uid, t[0].name, t[1], t[2]]]]) AS known
CALL (known) {
  UNWIND known AS one UNWIND one[1] AS t WITH t[0] AS user, t[1] AS name, count(*) AS people, max(t[2]) AS best
  ORDER BY best DESC, user RETURN collect([user, name, people, best]) AS users
}
UNWIND known[..$limit] AS one
WITH a, one[0] AS x, one[1] AS ties, size(known) AS people, users
CALL (a, x) {
  MATCH (x)-[w:WORKS_AT]->(b) WHERE b = a AND w.start_min <= $on AND $on < w.end_max
  RETURN w.title AS title ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid LIMIT 1
}
RETURN x.uid AS contact, x.name AS name, coalesce(x.do_not_contact, false) AS do_not_contact, title, ties, people, users
