// Say what leads became.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (l:Lead {uid: row.lead})
CALL (row) {
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Account' MATCH (n:Account {uid: row.record}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Opportunity' MATCH (n:Opportunity {uid: row.record}) RETURN n
}
CREATE (l)-[e:CONVERTED_TO {uid: row.uid, rev: 1, recorded_at: $at}]->(n)
SET e += row.props
RETURN count(e) AS written
