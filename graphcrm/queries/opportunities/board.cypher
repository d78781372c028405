// The board of opportunities: for each stage how many there are, what they are worth by currency, and the first cards.
// mode: read
// params: stages, since, owner, team, limit, see
// rows: stage, count, sums, cards
CALL () {
  MATCH (t:Team {uid: $team})<-[:MEMBER_OF]-(u)
  RETURN collect(u.uid) AS mates
}
UNWIND range(0, size($stages) - 1) AS place
WITH mates, place, $stages[place][0] AS stage, $stages[place][1] = 'open' AS open
CALL (mates, stage, open) {
  CALL (stage, open) {  // what is closed is so by the day, and its stages are long
    WITH * WHERE open MATCH (n:Opportunity {stage: stage}) WHERE n.name IS NOT NULL AND n.uid IS NOT NULL RETURN n
    UNION ALL
    WITH * WHERE NOT open MATCH (n:Opportunity {stage: stage}) WHERE n.closed_at >= $since RETURN n
  }
  WITH n, mates WHERE n.deleted_at IS NULL
    AND ($see.Opportunity IS NULL OR coalesce(n.owner, '') IN $see.Opportunity)
    AND ($owner IS NULL OR n.owner = $owner) AND ($team IS NULL OR n.owner IN mates)
  RETURN collect(n) AS found
}
CALL (found) {
  UNWIND found AS n
  WITH n.currency AS currency, sum(n.amount) AS amount WHERE currency IS NOT NULL
  WITH currency, amount ORDER BY currency
  RETURN collect([currency, amount]) AS sums
}
CALL (found) {  // what has no day comes last, as what is null does
  UNWIND found AS n
  WITH n ORDER BY n.expected_close, n.name, n.uid LIMIT $limit
  RETURN collect(n) AS first
}
RETURN stage, size(found) AS count, sums, [n IN first | [n.uid, n.name, n.rev, n.amount, n.currency,
  toString(n.expected_close), toString(n.stage_since), n.owner,
  [(n)-[:ASSIGNED_TO]->(u) WHERE u.uid = n.owner | u.name][0],
  [(n)-[:OFFERED_TO]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) | [a.uid, a.name]][0]
]] AS cards
ORDER BY place
