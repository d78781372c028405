// Make segments of users, or change those that are still at the revision that was read.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
MERGE (s:Segment {uid: row.uid})
ON CREATE SET s.created_at = $at
SET s.rev = coalesce(s.rev, 0)  // takes the lock before the revision is compared
WITH u, s, row WHERE s.rev = row.rev
MERGE (u)-[:ASKS]->(s)
SET s += row.props, s.removed_at = null, s.updated_at = $at, s.rev = row.rev + 1
RETURN count(s) AS written
