// Say of tasks that they are not about some records any more, also of what is in the trash.
// mode: write
// params: rows
// rows: gone
UNWIND $rows AS row
MATCH (t:Task {uid: row.task})-[e:ABOUT|TRASHED]->(n {uid: row.record}) WHERE row.label IN labels(n)
DELETE e
RETURN count(e) AS gone
