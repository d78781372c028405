// The service requests of an account, or that a contact has a part in: what is to be solved first, the next due first.
// mode: read
// params: label, uid, limit, see
// rows: uid, name, status, priority, answered_at, answer_by, solve_by, solved_at, waiting_since, satisfaction, owner, owner_name
CALL () {
  WITH * WHERE $label = 'Account'
  MATCH (a:Account {uid: $uid})<-[:OF_ACCOUNT]-(n:ServiceRequest)
  WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (c:Contact {uid: $uid})<-[:INVOLVES]-(n:ServiceRequest)
  WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  RETURN n
}
WITH n WHERE ($see.ServiceRequest IS NULL OR coalesce(n.owner, '') IN $see.ServiceRequest)
WITH n, n.status IN ['solved', 'closed'] AS over, n.clock AS clock
ORDER BY over, clock, n.solved_at DESC, n.name, n.uid LIMIT $limit
OPTIONAL MATCH (u:User {uid: n.owner})
RETURN n.uid AS uid, n.name AS name, n.status AS status, n.priority AS priority, n.answered_at AS answered_at,
  n.answer_by AS answer_by, n.solve_by AS solve_by, n.solved_at AS solved_at, n.waiting_since AS waiting_since,
  n.satisfaction AS satisfaction, n.owner AS owner, u.name AS owner_name
ORDER BY over, clock, solved_at DESC, name, uid
