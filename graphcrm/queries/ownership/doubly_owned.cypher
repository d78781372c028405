// The records around a node that are open to one owner while another has them, or has had them since.
// mode: write
// params: label, uid
// rows: label, uid
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
MATCH (n)-[s:ASSIGNED_TO]-() WHERE s.end IS NULL
WITH s, startNode(s) AS r ORDER BY labels(r)[0], r.uid
SET r.rev = coalesce(r.rev, 1)  // takes the lock before the others are read
WITH r, s WHERE EXISTS { (r)-[t:ASSIGNED_TO]->() WHERE t <> s AND coalesce(t.end > s.start, true) }
RETURN DISTINCT labels(r)[0] AS label, r.uid AS uid
