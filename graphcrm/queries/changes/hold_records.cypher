// Take the write locks of some [label, uid] records, in the order given, and say which are in the trash and whose.
// mode: write
// params: records
// rows: found
UNWIND $records AS record
CALL (record) {
  WITH record WHERE record[0] = 'Account' MATCH (n:Account {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Contact' MATCH (n:Contact {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Lead' MATCH (n:Lead {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Opportunity' MATCH (n:Opportunity {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Contract' MATCH (n:Contract {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Order' MATCH (n:Order {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'ServiceRequest' MATCH (n:ServiceRequest {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Campaign' MATCH (n:Campaign {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Task' MATCH (n:Task {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'User' MATCH (n:User {uid: record[1]}) RETURN n
}
SET n.rev = coalesce(n.rev, 1)  // takes the lock before anything is read
// One record, because each costs a driver more than what is in it.
RETURN collect([record[0], n.uid, n.deleted_at, n.owner]) AS found
