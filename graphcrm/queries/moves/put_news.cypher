// Note that users are told of moves, but of those of which they were, and of those that are none any more.
// mode: write
// params: rows, at
// rows: uid
UNWIND $rows AS row
MATCH (c:Contact {uid: row.contact})
SET c.uid = c.uid  // takes the lock under which jobs are decided, before it is looked what there is
WITH c, row
WHERE EXISTS { (c)-[w:WORKS_AT]->() WHERE w.uid = row.uid }
  AND NOT EXISTS { (c)<-[:FOR]-(old:MoveNews)-[:JOINED]->(b) WHERE b.uid = row.joined }
CREATE (n:MoveNews {uid: row.uid, moved_on: row.moved_on, at: $at})-[:FOR]->(c)
WITH n, row
CALL (n, row) {
  MATCH (a:Account {uid: row.left})
  CREATE (n)-[:LEFT]->(a)
}
CALL (n, row) {
  MATCH (b:Account {uid: row.joined})
  CREATE (n)-[:JOINED]->(b)
}
CALL (n, row) {
  UNWIND row.users AS told
  MATCH (u:User {uid: told.user})
  CREATE (n)-[:TELLS {why: told.why, state: 'new'}]->(u)
}
RETURN n.uid AS uid
