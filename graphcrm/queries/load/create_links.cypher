// Create links of accounts with accounts, and of contacts with contacts.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Account' MATCH (a:Account {uid: row.start}) MATCH (b:Account {uid: row.end}) RETURN a, b
  UNION ALL
  WITH row WHERE row.label = 'Contact' MATCH (a:Contact {uid: row.start}) MATCH (b:Contact {uid: row.end}) RETURN a, b
}
CREATE (a)-[e:$(row.type) {uid: row.uid, rev: 1, recorded_at: $at}]->(b)
SET e += row.props
RETURN count(e) AS written
