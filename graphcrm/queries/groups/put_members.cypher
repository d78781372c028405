// Put contacts and accounts into a group.
// mode: write
// params: group, rows, at, by
// rows: members
MATCH (g:Group {uid: $group})
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Account' MATCH (n:Account {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.record}) RETURN n
}
MERGE (n)-[e:IN_GROUP]->(g)
ON CREATE SET e.recorded_at = $at, e.recorded_by = $by
RETURN count(e) AS members
