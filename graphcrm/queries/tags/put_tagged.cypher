// Tag records.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (t:Tag {uid: row.tag})
CALL (row) {
  WITH row WHERE row.label = 'Account' MATCH (n:Account {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Lead' MATCH (n:Lead {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Task' MATCH (n:Task {uid: row.record}) RETURN n
}
MERGE (n)-[e:TAGGED]->(t)
RETURN count(e) AS written
