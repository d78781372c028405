// The first opportunities of lanes of the board: of an open one what is to be decided next, else what was closed last.
// mode: read
// params: stages, since, owner, team, dated, moved, limit, see
// rows: stage, uid, name, rev, amount, currency, expected_close, stage_since, owner, owner_name, account
WITH COLLECT { MATCH (t:Team {uid: $team})<-[:MEMBER_OF]-(u) RETURN u.uid } AS mates
WITH CASE WHEN $team IS NOT NULL THEN [mate IN mates WHERE coalesce(mate = $owner, true)]
  WHEN $owner IS NOT NULL THEN [$owner] END AS owners  // null: anybody
UNWIND range(0, size($stages) - 1) AS place
WITH owners, place, $stages[place][0] AS stage, $stages[place][1] = 'open' AS open
CALL (owners, stage, open) {
  WITH * WHERE open AND owners IS NULL AND $dated
  MATCH (n:Opportunity) USING INDEX n:Opportunity(lane, due, name, uid, whose)
  WHERE n.lane = stage AND n.due IS NOT NULL AND n.name IS NOT NULL AND n.uid IS NOT NULL AND n.whose IS NOT NULL
    AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
  RETURN n, null AS first ORDER BY n.lane, n.due, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE open AND owners IS NULL AND NOT $dated  // who may not see the day does not learn it by the order
  MATCH (n:Opportunity) USING INDEX n:Opportunity(lane, due, name, uid, whose)
  WHERE n.lane = stage AND n.due IS NOT NULL AND n.name IS NOT NULL AND n.uid IS NOT NULL AND n.whose IS NOT NULL
    AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
  RETURN n, null AS first ORDER BY n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE open AND owners IS NOT NULL
  MATCH (n:Opportunity) USING INDEX n:Opportunity(lane, whose, coin, worth, due, chance)
  WHERE n.lane = stage AND n.whose IN coalesce(owners, []) AND n.coin IS NOT NULL AND n.worth IS NOT NULL
    AND n.due IS NOT NULL AND n.chance IS NOT NULL AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
  RETURN n, null AS first ORDER BY CASE WHEN $dated THEN n.due ELSE '' END, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE NOT open
  MATCH (n:Opportunity {stage: stage}) WHERE n.closed_at >= $since AND n.deleted_at IS NULL
    AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity) AND (owners IS NULL OR n.whose IN owners)
  RETURN n, n.closed_at AS first ORDER BY n.closed_at DESC, n.name, n.uid LIMIT $limit
  UNION ALL
  MATCH (n:Opportunity {uid: $moved, stage: stage}) WHERE n.deleted_at IS NULL AND (open OR n.closed_at >= $since)
    AND ($see.Opportunity IS NULL OR n.whose IN $see.Opportunity)
  RETURN n, n.closed_at AS first
}
RETURN stage, n.uid AS uid, n.name AS name, n.rev AS rev, n.amount AS amount, n.currency AS currency,
  toString(n.expected_close) AS expected_close, toString(n.stage_since) AS stage_since, n.owner AS owner,
  [(n)-[:ASSIGNED_TO]->(u) WHERE u.uid = n.owner | u.name][0] AS owner_name,
  [(n)-[:OFFERED_TO]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    | [a.uid, a.name]][0] AS account
ORDER BY place, first DESC, CASE WHEN $dated THEN n.due ELSE '' END, name, uid
