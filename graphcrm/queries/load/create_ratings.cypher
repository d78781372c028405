// Create ratings.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
WITH row, u
MATCH (c:Contact {uid: row.contact})
CREATE (u)-[r:RATES {uid: row.uid, rev: 1, recorded_at: $at}]->(c)
SET r += row.props
RETURN count(r) AS written
