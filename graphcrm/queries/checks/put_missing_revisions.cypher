// Write the revisions that are missing of some things.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MERGE (h:History {uid: row.on[0]})
SET h.uid = h.uid  // takes the lock: of two who would write the same one, the second finds it
WITH row, row.props AS props
WHERE NOT EXISTS { MATCH (r:Revision {of: props.of}) WHERE r.kind = props.kind AND r.rev = props.rev }
CREATE (r:Revision {uid: row.uid})
SET r += row.props
WITH r, row
UNWIND row.on AS record
MERGE (h:History {uid: record})
CREATE (r)-[:ON]->(h)
RETURN count(DISTINCT r) AS written
