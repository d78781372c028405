// Take contacts and accounts out of a group.
// mode: write
// params: group, rows
// rows: gone
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Account' MATCH (n:Account {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.record}) RETURN n
}
MATCH (n)-[e:IN_GROUP]->(g {uid: $group})
DELETE e
RETURN count(e) AS gone
