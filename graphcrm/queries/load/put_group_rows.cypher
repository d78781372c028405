// Make groups of users, or change those that are still at the revision that was read, and who is in them.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
MERGE (g:Group {uid: row.uid})
ON CREATE SET g.created_at = $at
SET g.rev = coalesce(g.rev, 0)  // takes the lock before the revision is compared
WITH u, g, row WHERE g.rev = row.rev
MERGE (u)-[:KEEPS]->(g)
SET g += row.props, g.removed_at = null, g.updated_at = $at, g.rev = row.rev + 1
WITH g, row
CALL (g, row) {
  UNWIND row.contacts AS uid
  MATCH (n:Contact {uid: uid})
  MERGE (n)-[e:IN_GROUP]->(g) ON CREATE SET e.recorded_at = $at
}
CALL (g, row) {
  UNWIND row.accounts AS uid
  MATCH (n:Account {uid: uid})
  MERGE (n)-[e:IN_GROUP]->(g) ON CREATE SET e.recorded_at = $at
}
CALL (g, row) {
  MATCH (g)<-[e:IN_GROUP]-(n) WHERE [labels(n)[0], n.uid] IN row.gone
  DELETE e
}
RETURN count(g) AS written
