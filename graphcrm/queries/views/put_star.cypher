// Star a record for a user.
// mode: write
// params: user, label, uid, at
// rows: at
MATCH (u:User {uid: $user})
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
}
MERGE (u)-[s:STARRED]->(n)
ON CREATE SET s.at = $at
RETURN s.at AS at
