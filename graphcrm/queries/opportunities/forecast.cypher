// What is expected of open opportunities: how many, their worth and that by likelihood, by month, currency and owner.
// mode: read
// params: since, until, likely, owner, team, limit, see
// rows: month, currency, owner, owner_name, count, amount, weighted
CALL () {
  MATCH (t:Team {uid: $team})<-[:MEMBER_OF]-(u)
  RETURN collect(u.uid) AS mates
}
MATCH (n:Opportunity {status: 'open'}) WHERE n.expected_close < $until AND n.amount IS NOT NULL
  AND n.deleted_at IS NULL AND ($see.Opportunity IS NULL OR coalesce(n.owner, '') IN $see.Opportunity)
  AND ($owner IS NULL OR n.owner = $owner) AND ($team IS NULL OR n.owner IN mates)
WITH n, coalesce(n.probability, $likely[n.stage], 0) AS percent,
  CASE WHEN n.expected_close < $since THEN null ELSE date.truncate('month', n.expected_close) END AS month
WITH month, n.currency AS currency, n.owner AS owner, count(*) AS count, sum(n.amount) AS amount,
  sum(n.amount * percent / 100) AS weighted
OPTIONAL MATCH (u:User {uid: owner})
RETURN month, currency, owner, u.name AS owner_name, count, amount, weighted
ORDER BY month IS NOT NULL, month, currency, owner_name, owner LIMIT $limit
