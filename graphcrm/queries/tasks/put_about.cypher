// Say of tasks what records they are about.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (t:Task {uid: row.task})
CALL (row) {
  WITH row WHERE row.label = 'Account' MATCH (n:Account {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Lead' MATCH (n:Lead {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Opportunity' MATCH (n:Opportunity {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contract' MATCH (n:Contract {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Order' MATCH (n:Order {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'ServiceRequest' MATCH (n:ServiceRequest {uid: row.record}) RETURN n
}
MERGE (t)-[e:ABOUT]->(n)
RETURN count(e) AS written
