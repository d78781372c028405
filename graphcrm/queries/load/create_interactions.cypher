// Create interactions with contacts and leads; `at` comes as ISO text, which is cheaper to send than an instant.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
WITH row, u
MATCH (p:Contact|Lead {uid: row.person}) WHERE row.label IN labels(p)
CREATE (u)-[i:INTERACTED_WITH {uid: row.uid, event: row.event, at: datetime(row.at), rev: 1, recorded_at: $at}]->(p)
SET i += row.props
RETURN count(i) AS written
