// Whom moves concern: whose the contact is, who starred one of the three, and whose either account is, with their teams.
// mode: read
// params: moves, limit
// rows: move, user, role, why, owners
UNWIND $moves AS move
CALL (move) {
  MATCH (c:Contact {uid: move.contact})
  WITH c, move
  MATCH (a:Account {uid: move.left})
  WITH a, c, move
  MATCH (b:Account {uid: move.joined})
  RETURN a, b, c
}
CALL (a, b, c) {
  MATCH (u:User {uid: c.owner}) RETURN u, 'owner' AS why
  UNION ALL
  UNWIND [a, b, c] AS n
  MATCH (n)<-[:STARRED]-(u) RETURN u, 'starred' AS why
  UNION ALL
  MATCH (o:User {uid: a.owner}) UNWIND [o] + [(o)-[:MEMBER_OF]->()<-[:MEMBER_OF]-(m) | m] AS u RETURN u, 'left' AS why
  UNION ALL
  MATCH (o:User {uid: b.owner}) UNWIND [o] + [(o)-[:MEMBER_OF]->()<-[:MEMBER_OF]-(m) | m] AS u RETURN u, 'joined' AS why
}
WITH move, u, collect(DISTINCT why) AS why, [c.owner, a.owner, b.owner] AS owners
WHERE coalesce(u.active, true) AND u.deleted_at IS NULL
RETURN move.uid AS move, u.uid AS user, u.role AS role, why, owners
ORDER BY move, user LIMIT $limit
