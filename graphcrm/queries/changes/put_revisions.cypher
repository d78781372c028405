// Write revisions, each on the histories that it is part of.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
CREATE (r:Revision {uid: row.uid})
SET r += row.props
WITH r, row
UNWIND row.on AS record
MERGE (h:History {uid: record})
CREATE (r)-[:ON]->(h)
RETURN count(*) AS written
