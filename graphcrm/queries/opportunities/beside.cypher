// The opportunities that are offered to an account, or that a contact has a part in: the open ones first, the next first.
// mode: read
// params: label, uid, dated, limit, see
// rows: uid, name, stage, status, amount, currency, expected_close, role, owner, owner_name
CALL () {
  WITH * WHERE $label = 'Account'
  MATCH (a:Account {uid: $uid})<-[:OFFERED_TO]-(n) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN n, null AS role
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (c:Contact {uid: $uid})<-[i:INVOLVES]-(n:Opportunity)
  WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  RETURN n, i.role AS role
}
WITH n, role WHERE ($see.Opportunity IS NULL OR coalesce(n.owner, '') IN $see.Opportunity)
WITH n, role, n.status <> 'open' AS closed, CASE WHEN $dated THEN n.due ELSE '' END AS day
ORDER BY closed, CASE WHEN closed THEN '' ELSE day END, n.closed_at DESC, n.name, n.uid LIMIT $limit
OPTIONAL MATCH (u:User {uid: n.owner})
RETURN n.uid AS uid, n.name AS name, n.stage AS stage, n.status AS status, n.amount AS amount, n.currency AS currency,
  n.expected_close AS expected_close, role, n.owner AS owner, u.name AS owner_name
ORDER BY closed, CASE WHEN closed THEN '' ELSE day END, n.closed_at DESC, name, uid
