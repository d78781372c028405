// Put values of nodes of one label in the place of others, where those were not changed meanwhile.
// mode: write
// params: label, rows
// rows: written
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE $label = 'Account' MATCH (n:Account {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Contact' MATCH (n:Contact {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Lead' MATCH (n:Lead {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Opportunity' MATCH (n:Opportunity {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Contract' MATCH (n:Contract {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Order' MATCH (n:Order {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'ServiceRequest' MATCH (n:ServiceRequest {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Campaign' MATCH (n:Campaign {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Task' MATCH (n:Task {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Credential' MATCH (n:Credential {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'Revision' MATCH (n:Revision {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE $label = 'IdempotencyKey' MATCH (n:IdempotencyKey {uid: row.uid}) RETURN n
}
SET n.uid = n.uid  // takes the lock before they are compared
WITH n, row WHERE all(key IN keys(row.was) WHERE n[key] = row.was[key])
SET n += row.becomes
RETURN count(n) AS written
