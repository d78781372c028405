// Ties before a moment, the strongest first: among some users and contacts or leads, or all of either (null).
// mode: read
// params: users, contacts, leads, q, before, age, model, skip, limit, see
// rows: user, type, uid, first_at, last_at, count, strength, total
CALL () {
  UNWIND $contacts AS uid
  MATCH (x:Contact {uid: uid})<-[k:KNOWS|RATES]-(u) WHERE $users IS NULL OR u.uid IN $users
  RETURN u, x, collect(k) AS known, u.name AS other
  UNION ALL
  UNWIND $leads AS uid
  MATCH (x:Lead {uid: uid})<-[:INTERACTED_WITH]-(u) WHERE $users IS NULL OR u.uid IN $users
  RETURN DISTINCT u, x, [] AS known, u.name AS other
  UNION ALL
  WITH * WHERE $contacts IS NULL AND $leads IS NULL
  UNWIND $users AS uid MATCH (u:User {uid: uid})-[k:KNOWS|RATES]->(x) RETURN u, x, collect(k) AS known, x.name AS other
}
WITH u, x, [k IN known WHERE type(k) = 'KNOWS'][0] AS k, [k IN known WHERE k.at < $before][0] AS r, other
WHERE ($q IS NULL OR toLower(other) CONTAINS $q) AND NOT EXISTS { (u)-[:IS]->(x) }
  AND ($see[labels(x)[0]] IS NULL OR coalesce(x.owner, '') IN $see[labels(x)[0]])
CALL (u, x, k) {  // the sums on KNOWS hold only where all of it lies before the moment, and leads have none
  MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE (k.last_at >= $before OR x:Lead) AND i.at < $before
  WITH i, coalesce($model.weights[i.channel], $model.weights.other) * CASE WHEN i.participants >= $model.crowd THEN 0.0
    WHEN i.participants > 2 THEN 1.0 / (i.participants - 1) ELSE 1.0 END
    * 2 ^ ((i.at.epochMillis - $model.epoch_ms) / $model.half_life_ms - $age) AS weight,
    CASE i.direction WHEN 'out' THEN 1.0 WHEN 'in' THEN 0.0 ELSE 0.5 END AS ours
  RETURN count(i) AS n, min(i.at) AS first, max(i.at) AS last, sum(weight * ours) AS sent,
    sum(weight * (1 - ours)) AS got
}
WITH u, x, r, CASE WHEN k.last_at < $before THEN [k.count, k.first_at, k.last_at,
  coalesce(2.0 ^ (k.heat_out - $age), 0.0), coalesce(2.0 ^ (k.heat_in - $age), 0.0)]
  ELSE [n, first, last, sent, got] END AS sums
WHERE sums[0] > 0 OR r IS NOT NULL
WITH u, x, sums, $model.one_sided * (1 - exp(-(sums[3] + sums[4]) / $model.tie_scale)) + $model.mutual
  * (1 - exp(-2 * CASE WHEN sums[3] < sums[4] THEN sums[3] ELSE sums[4] END / $model.tie_scale)) AS tie,
  coalesce($model.floors[r.value - 1]
  * 0.5 ^ (duration.inSeconds(r.at, $before).seconds / $model.rating_half_life_s), 0.0) AS floor
WITH u, x, sums, round(CASE WHEN tie > floor THEN tie ELSE floor END, 12) AS strength
ORDER BY strength DESC, sums[0] DESC, u.uid, x.uid
WITH collect([u, x, sums, strength]) AS found
UNWIND found AS one WITH size(found) AS total, one[0] AS u, one[1] AS x, one[2] AS sums, one[3] AS strength
SKIP $skip LIMIT $limit
RETURN u.uid AS user, toLower(labels(x)[0]) AS type, x.uid AS uid, sums[1] AS first_at, sums[2] AS last_at,
  sums[0] AS count, strength, total
