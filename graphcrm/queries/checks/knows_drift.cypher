// The contacts of some users whose KNOWS does not follow from the interactions, to nine digits.
// mode: read
// params: users, weights, crowd, epoch_ms, half_life_ms, limit
// rows: where, what
UNWIND $users AS uid
MATCH (u:User {uid: uid})
CALL (u) {
  MATCH (u)-[i:INTERACTED_WITH]->(c:Contact)
  WITH c, count(i) AS count, min(i.at) AS first_at, max(i.at) AS last_at, collect([
    (i.at.epochMillis - $epoch_ms) / $half_life_ms,
    coalesce($weights[i.channel], $weights.other) * CASE
      WHEN i.participants >= $crowd THEN 0.0 WHEN i.participants > 2 THEN 1.0 / (i.participants - 1) ELSE 1.0 END,
    CASE i.direction WHEN 'out' THEN 1.0 WHEN 'in' THEN 0.0 ELSE 0.5 END]) AS parts
  WITH *, (last_at.epochMillis - $epoch_ms) / $half_life_ms AS newest
  WITH *, reduce(s = 0.0, p IN parts | s + p[2] * p[1] * 2 ^ (p[0] - newest)) AS out,
    reduce(s = 0.0, p IN parts | s + (1 - p[2]) * p[1] * 2 ^ (p[0] - newest)) AS in
  RETURN c, count, first_at, last_at, [
    CASE WHEN out + in > 0 THEN newest + log(out + in) / log(2) END,
    CASE WHEN out > 0 THEN newest + log(out) / log(2) END, CASE WHEN in > 0 THEN newest + log(in) / log(2) END] AS heats
}
OPTIONAL MATCH (u)-[k:KNOWS]->(c)
WITH u, c, count, first_at, last_at, collect(k) AS known, heats
WITH *, known[0] AS k, [known[0].heat, known[0].heat_out, known[0].heat_in] AS stored
WITH *, CASE WHEN size(known) <> 1 THEN 'there are ' + size(known) + ' KNOWS'
  WHEN k.count <> count OR k.first_at <> first_at OR k.last_at <> last_at OR k.count IS NULL OR k.last_at IS NULL
    THEN 'the interactions are others than it counts'
  WHEN any(n IN [0, 1, 2] WHERE (heats[n] IS NULL) <> (stored[n] IS NULL)
    OR abs(heats[n] - stored[n]) > 1e-9 * (CASE WHEN abs(heats[n]) > 1 THEN abs(heats[n]) ELSE 1 END))
    THEN 'its sums are not those of the interactions' END AS what
WHERE what IS NOT NULL
RETURN [u.uid, c.uid] AS where, what ORDER BY where LIMIT $limit
