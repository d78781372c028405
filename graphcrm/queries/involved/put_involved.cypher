// Say of opportunities, contracts, orders and service requests what they are tied to, and who has which part.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.of = 'Opportunity' MATCH (o:Opportunity {uid: row.uid}) RETURN o, 'OFFERED_TO' AS type
  UNION ALL
  WITH row WHERE row.of = 'Contract' MATCH (o:Contract {uid: row.uid}) RETURN o, 'OF_ACCOUNT' AS type
  UNION ALL
  WITH row WHERE row.of = 'Order' MATCH (o:Order {uid: row.uid}) RETURN o, 'OF_ACCOUNT' AS type
  UNION ALL
  WITH row WHERE row.of = 'ServiceRequest' MATCH (o:ServiceRequest {uid: row.uid}) RETURN o, 'OF_ACCOUNT' AS type
}
CALL (o, row, type) {
  WITH o, row, type WHERE row.label = 'Account'
  MATCH (n:Account {uid: row.record})
  MERGE (o)-[e:$(type)]->(n)
  RETURN e
  UNION ALL
  WITH o, row WHERE row.label = 'Contact'
  MATCH (n:Contact {uid: row.record})
  MERGE (o)-[e:INVOLVES]->(n) SET e.role = row.role
  RETURN e
  UNION ALL
  WITH o, row WHERE row.label = 'Opportunity'
  MATCH (n:Opportunity {uid: row.record})
  MERGE (o)-[e:CAME_OF]->(n)
  RETURN e
}
RETURN count(e) AS written
