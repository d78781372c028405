// How many open opportunities no forecast up to a day counts: without an amount, without a day, or to be decided later.
// mode: read
// params: until, stages, owner, team, limit, see
// rows: no_amount, no_day, later
CALL () {
  MATCH (t:Team {uid: $team})<-[:MEMBER_OF]-(u)
  RETURN collect(u.uid) AS mates
}
UNWIND $stages AS lane
MATCH (n:Opportunity) USING INDEX n:Opportunity(lane, whose, coin, worth, due, chance)
WHERE n.lane = lane AND n.whose IS NOT NULL AND n.coin IS NOT NULL AND n.worth IS NOT NULL AND n.due IS NOT NULL
  AND n.chance IS NOT NULL AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
  AND ($owner IS NULL OR n.whose = $owner) AND ($team IS NULL OR n.whose IN mates)
WITH n.worth AS worth, n.due AS due WHERE worth < 0 OR due >= $until
RETURN sum(CASE WHEN worth < 0 THEN 1 ELSE 0 END) AS no_amount,
  sum(CASE WHEN worth >= 0 AND due = '~' THEN 1 ELSE 0 END) AS no_day,
  sum(CASE WHEN worth >= 0 AND due <> '~' THEN 1 ELSE 0 END) AS later
LIMIT $limit
