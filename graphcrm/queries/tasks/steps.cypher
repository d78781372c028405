// What is to be done about a record: the tasks that are open, what is due first before all others.
// mode: read
// params: label, uid, limit, see
// rows: uid, name, kind, priority, due_on, due_time, repeats, every, owner, owner_name
CALL () {
  WITH * WHERE $label = 'Account' MATCH (n:Account {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead' MATCH (n:Lead {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Opportunity' MATCH (n:Opportunity {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contract' MATCH (n:Contract {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Order' MATCH (n:Order {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'ServiceRequest' MATCH (n:ServiceRequest {uid: $uid}) RETURN n
}
MATCH (n)<-[:ABOUT]-(t) WHERE t.status = 'open' AND ($see.Task IS NULL OR coalesce(t.owner, '') IN $see.Task)
  AND ($see[$label] IS NULL OR coalesce(n.owner, '') IN $see[$label])
WITH t ORDER BY t.due_on IS NULL, t.due_on, coalesce(t.due_time, '~'), t.name, t.uid LIMIT $limit
OPTIONAL MATCH (u:User {uid: t.owner})
RETURN t.uid AS uid, t.name AS name, t.kind AS kind, t.priority AS priority, t.due_on AS due_on,
  t.due_time AS due_time, t.repeats AS repeats, t.every AS every, t.owner AS owner, u.name AS owner_name
ORDER BY due_on IS NULL, due_on, coalesce(due_time, '~'), name, uid
