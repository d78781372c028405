// Write revisions, each on the records in whose history it is.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
CREATE (r:Revision {uid: row.uid})
SET r += row.props
WITH r, row
UNWIND row.on AS record
CALL (record) {
  WITH record WHERE record[0] = 'Account' MATCH (n:Account {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Contact' MATCH (n:Contact {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'Lead' MATCH (n:Lead {uid: record[1]}) RETURN n
  UNION ALL
  WITH record WHERE record[0] = 'User' MATCH (n:User {uid: record[1]}) RETURN n
}
CREATE (r)-[:ON]->(n)
RETURN count(*) AS written
