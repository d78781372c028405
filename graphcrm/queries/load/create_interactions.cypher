// Create interactions with contacts and leads; `at` comes as ISO text, which is cheaper to send than an instant.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
CALL (row) {  // one look-up each; of both labels at once it is two, and takes a quarter longer
  WITH row WHERE row.label = 'Contact' MATCH (p:Contact {uid: row.person}) RETURN p
  UNION ALL
  WITH row WHERE row.label = 'Lead' MATCH (p:Lead {uid: row.person}) RETURN p
}
CREATE (u)-[i:INTERACTED_WITH {uid: row.uid, event: row.event, at: datetime(row.at), rev: 1, recorded_at: $at}]->(p)
SET i += row.props
RETURN count(i) AS written
