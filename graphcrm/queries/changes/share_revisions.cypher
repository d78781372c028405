// Put what was remembered of one thing into the history of another record too.
// mode: write
// params: kind, of, record
// rows: shared
MERGE (h:History {uid: $record})
WITH h
MATCH (r:Revision {of: $of}) WHERE r.kind = $kind
MERGE (r)-[:ON]->(h)
RETURN count(r) AS shared
