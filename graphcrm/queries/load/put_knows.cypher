// Make KNOWS of some (user, contact) pairs anew from their interactions; where there are none, there is no KNOWS.
// mode: write
// params: rows, weights, crowd, epoch_ms, half_life_ms
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
WITH u, row
MATCH (c:Contact {uid: row.contact})
MERGE (u)-[k:KNOWS]->(c)
ON MATCH SET k.count = 0  // takes the lock before the interactions are read
WITH u, k, c
OPTIONAL MATCH (u)-[i:INTERACTED_WITH]->(c)
WITH k, count(i) AS count, min(i.at) AS first_at, max(i.at) AS last_at, collect([
  (i.at.epochMillis - $epoch_ms) / $half_life_ms,  // half-lives since the epoch
  coalesce($weights[i.channel], $weights.other) * CASE
    WHEN i.participants >= $crowd THEN 0.0 WHEN i.participants > 2 THEN 1.0 / (i.participants - 1) ELSE 1.0 END,
  CASE i.direction WHEN 'out' THEN 1.0 WHEN 'in' THEN 0.0 ELSE 0.5 END  // the share that is ours to theirs
]) AS parts
// Counted from the newest, whose power of 2 is 1: from the epoch it may be more than a float holds.
WITH *, (last_at.epochMillis - $epoch_ms) / $half_life_ms AS newest
WITH *, reduce(s = 0.0, p IN parts | s + p[2] * p[1] * 2 ^ (p[0] - newest)) AS out,
  reduce(s = 0.0, p IN parts | s + (1 - p[2]) * p[1] * 2 ^ (p[0] - newest)) AS in
SET k.count = count, k.first_at = first_at, k.last_at = last_at,
  k.heat = CASE WHEN out + in > 0 THEN newest + log(out + in) / log(2) END,
  k.heat_out = CASE WHEN out > 0 THEN newest + log(out) / log(2) END,
  k.heat_in = CASE WHEN in > 0 THEN newest + log(in) / log(2) END
FOREACH (_ IN CASE count WHEN 0 THEN [1] ELSE [] END | DELETE k)
RETURN count(*) AS written
