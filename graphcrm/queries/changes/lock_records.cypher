// Take the write locks of some [label, uid] records, in the order given, and read them.
// mode: write
// params: records
// rows: label, uid, props, handles, team, own, about, account, contacts, opportunity, tags
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
RETURN record[0] AS label, n.uid AS uid, n {.*} AS props,
  [(n)-[r:HAS_HANDLE]->(h) | [h.uid, coalesce(r.primary, false), r.label]] AS handles,
  [(n)-[:MEMBER_OF]->(t) | t.name][0] AS team, [(n)-[:IS]->(c) | c.uid][0] AS own,
  [(n)-[:ABOUT]->(r) | [labels(r)[0], r.uid]] AS about, [(n)-[:OFFERED_TO|OF_ACCOUNT]->(a) | a.uid][0] AS account,
  [(n)-[i:INVOLVES]->(c) | [c.uid, i.role]] AS contacts, [(n)-[:CAME_OF]->(d) | d.uid][0] AS opportunity,
  [(n)-[:TAGGED]->(t) WHERE t.removed_at IS NULL | t.uid] AS tags
