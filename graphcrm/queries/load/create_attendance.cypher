// Say that contacts and leads attend campaigns.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (g:Campaign {uid: row.campaign})
CALL (row) {
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.person}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Lead' MATCH (n:Lead {uid: row.person}) RETURN n
}
CREATE (n)-[e:ATTENDS {uid: row.uid, rev: 1, recorded_at: $at}]->(g)
SET e += row.props
RETURN count(e) AS written
