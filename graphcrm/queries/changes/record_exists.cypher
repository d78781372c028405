// Whether there is a record of a label with this uid, in the trash or not.
// mode: read
// params: label, uid, limit, see
// rows: uid
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
WITH n WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
RETURN n.uid AS uid LIMIT $limit
