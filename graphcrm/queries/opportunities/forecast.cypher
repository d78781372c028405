// What is expected of open opportunities: how many, their worth and that by likelihood, by month, currency and owner.
// mode: read
// params: since, until, likely, owner, team, limit, see
// rows: month, currency, owner, owner_name, count, amount, weighted
CALL () {
  MATCH (t:Team {uid: $team})<-[:MEMBER_OF]-(u)
  RETURN collect(u.uid) AS mates
}
UNWIND keys($likely) AS lane
MATCH (n:Opportunity) USING INDEX n:Opportunity(lane, whose, coin, worth, due, chance)
WHERE n.lane = lane AND n.whose IS NOT NULL AND n.coin IS NOT NULL AND n.worth IS NOT NULL AND n.due IS NOT NULL
  AND n.chance IS NOT NULL AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
  AND ($owner IS NULL OR n.whose = $owner) AND ($team IS NULL OR n.whose IN mates)
WITH n.whose AS owner, n.coin AS currency, n.worth AS worth, n.due AS due,
  CASE n.chance WHEN -1 THEN $likely[lane] ELSE n.chance END AS percent
WHERE due < $until AND worth >= 0
WITH CASE WHEN due >= $since THEN left(due, 7) END AS month, currency, owner, count(*) AS count, sum(worth) AS amount,
  sum(worth * percent / 100) AS weighted
WITH owner, collect([month, currency, count, amount, weighted]) AS rows
OPTIONAL MATCH (u:User {uid: owner})
UNWIND rows AS row
WITH row[0] AS month, row[1] AS currency, CASE WHEN owner <> '' THEN owner END AS owner, u.name AS owner_name, row
RETURN date(month + '-01') AS month, currency, owner, owner_name, row[2] AS count, row[3] AS amount, row[4] AS weighted
ORDER BY month IS NOT NULL, month, currency, owner_name, owner LIMIT $limit
