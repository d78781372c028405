// Tell users what was done with what is theirs; one who is not there is not told.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
SET u.uid = u.uid  // takes the locks in the order of the rows
CREATE (n:Notification {uid: row.uid, at: $at, kind: row.kind, change: row.change, by: row.by, label: row.label})
SET n.of = row.of
CREATE (n)-[:UNREAD_BY]->(u)
RETURN count(n) AS written
