// One record in the trash, whose it is, and how many edges of each type are set aside with it.
// mode: read
// params: label, uid, limit, see
// rows: uid, name, deleted_at, owner, edges
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
  UNION ALL
  WITH * WHERE $label = 'Campaign' MATCH (n:Campaign {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Task' MATCH (n:Task {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'User' MATCH (n:User {uid: $uid}) RETURN n
}
WITH n WHERE n.deleted_at IS NOT NULL
  AND ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
CALL (n) {
  MATCH (n)-[t:TRASHED]-()
  WITH t.type AS type, count(*) AS number ORDER BY type
  RETURN collect([type, number]) AS edges
}
RETURN n.uid AS uid, n.name AS name, n.deleted_at AS deleted_at, n.owner AS owner, edges LIMIT $limit
