// The contracts and orders of an account, of which a contact has a part, or that came of an opportunity: what runs first.
// mode: read
// params: label, uid, limit, see
// rows: type, uid, name, number, status, amount, currency, start, end, due, role, owner, owner_name
CALL () {
  WITH * WHERE $label = 'Account'
  MATCH (a:Account {uid: $uid})<-[:OF_ACCOUNT]-(n:Contract|Order)
  WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN n, null AS role
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (c:Contact {uid: $uid})<-[i:INVOLVES]-(n:Contract|Order)
  WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  RETURN n, i.role AS role
  UNION ALL
  WITH * WHERE $label = 'Opportunity'
  MATCH (d:Opportunity {uid: $uid})<-[:CAME_OF]-(n)
  WHERE ($see.Opportunity IS NULL OR coalesce(d.owner, '') IN $see.Opportunity)
  RETURN n, null AS role
}
WITH n, role WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
WITH n, role, n.status IN ['ended', 'cancelled', 'paid'] AS over ORDER BY over, n.due, n.name, n.uid LIMIT $limit
OPTIONAL MATCH (u:User {uid: n.owner})
RETURN toLower(labels(n)[0]) AS type, n.uid AS uid, n.name AS name, n.number AS number, n.status AS status,
  n.amount AS amount, n.currency AS currency, n.start AS start, n.end AS end, coalesce(n.due, '~') AS due, role,
  n.owner AS owner, u.name AS owner_name
ORDER BY over, due, name, uid
