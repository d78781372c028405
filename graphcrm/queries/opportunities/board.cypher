// The lanes of the board of opportunities: for each stage how many there are, and what they are worth by currency.
// mode: read
// params: stages, since, owner, team, limit, see
// rows: stage, count, sums
CALL () {
  MATCH (t:Team {uid: $team})<-[:MEMBER_OF]-(u)
  RETURN collect(u.uid) AS mates
}
UNWIND range(0, size($stages) - 1) AS place
WITH mates, place, $stages[place][0] AS stage, $stages[place][1] = 'open' AS open
CALL (mates, stage, open) {
  CALL (mates, stage, open) {  // of what is open all is in the index; what is closed is found by its day
    WITH * WHERE open
    MATCH (n:Opportunity) USING INDEX n:Opportunity(lane, whose, coin, worth, due, chance)
    WHERE n.lane = stage AND n.whose IS NOT NULL AND n.coin IS NOT NULL AND n.worth IS NOT NULL AND n.due IS NOT NULL
      AND n.chance IS NOT NULL AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
      AND ($owner IS NULL OR n.whose = $owner) AND ($team IS NULL OR n.whose IN mates)
    RETURN n.coin AS coin, n.worth AS worth
    UNION ALL
    WITH * WHERE NOT open
    MATCH (n:Opportunity {stage: stage}) WHERE n.closed_at >= $since AND n.deleted_at IS NULL
      AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
      AND ($owner IS NULL OR n.whose = $owner) AND ($team IS NULL OR n.whose IN mates)
    RETURN n.coin AS coin, n.worth AS worth
  }
  WITH coin, count(*) AS many, sum(worth) AS amount ORDER BY coin
  RETURN coalesce(sum(many), 0) AS count, collect(CASE WHEN coin <> '' THEN [coin, amount] END) AS sums
}
RETURN stage, count, sums
ORDER BY place LIMIT $limit
