// Take tags from records.
// mode: write
// params: rows
// rows: gone
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Account' MATCH (n:Account {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Lead' MATCH (n:Lead {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Task' MATCH (n:Task {uid: row.record}) RETURN n
}
MATCH (n)-[e:TAGGED]->(t {uid: row.tag})
DELETE e
RETURN count(e) AS gone
