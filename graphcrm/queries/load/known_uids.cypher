// Which of some uids are those of records of one label.
// mode: read
// params: label, uids
// rows: uids
UNWIND $uids AS uid
CALL (uid) {
  WITH uid WHERE $label = 'Account' MATCH (n:Account {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Contact' MATCH (n:Contact {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Lead' MATCH (n:Lead {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Opportunity' MATCH (n:Opportunity {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Contract' MATCH (n:Contract {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Order' MATCH (n:Order {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'ServiceRequest' MATCH (n:ServiceRequest {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Campaign' MATCH (n:Campaign {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Tag' MATCH (n:Tag {uid: uid}) WHERE n.removed_at IS NULL RETURN n
  UNION ALL
  WITH uid WHERE $label = 'Task' MATCH (n:Task {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'User' MATCH (n:User {uid: uid}) RETURN n
}
WITH n WHERE n.deleted_at IS NULL
RETURN collect(n.uid) AS uids  // one record: each costs a driver more than what is in it
