// Give records their handles, new ones or with another `primary`.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MERGE (h:Handle {uid: row.handle})
ON CREATE SET h.kind = row.kind, h.value = row.value
WITH h, row
MATCH (n:Account|Contact|Lead|User {uid: row.uid}) WHERE row.label IN labels(n)
MERGE (n)-[r:HAS_HANDLE]->(h)
SET r.primary = row.primary
RETURN count(r) AS written
