// Create assignments of records of any kind that has owners.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task {uid: row.record})
WHERE row.label IN labels(n)
WITH row, n
MATCH (u:User {uid: row.user})
CREATE (n)-[s:ASSIGNED_TO {uid: row.uid, rev: 1, recorded_at: $at}]->(u)
SET s += row.props
RETURN count(s) AS written
