// The records of one label that have these uids, with their handles, teams, own contact record and tags.
// mode: read
// params: label, uids
// rows: found
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
  WITH uid WHERE $label = 'Task' MATCH (n:Task {uid: uid}) RETURN n
  UNION ALL
  WITH uid WHERE $label = 'User' MATCH (n:User {uid: uid}) RETURN n
}
// One record, because each costs a driver more than what is in it; instants are slow to send, and not compared.
RETURN collect([uid, n {.*, created_at: null, updated_at: null},
  [(n)-[r:HAS_HANDLE]->(h) | [h.uid, r.primary, r.label]],
  [(n)-[:MEMBER_OF]->(t) | t.name],
  [(n)-[:IS]->(c) | c.uid],
  [(n)-[:TAGGED]->(g) WHERE g.removed_at IS NULL | g.uid]]) AS found
