// Forget a move, and that users were told of it.
// mode: write
// params: uid
// rows: dropped
MATCH (m:Move {uid: $uid})
CALL () {
  MATCH (n:MoveNews {uid: $uid})
  DETACH DELETE n
}
DETACH DELETE m
RETURN count(*) AS dropped
