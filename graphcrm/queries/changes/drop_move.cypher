// Forget a move, and that users were told of it with it: what they were told of by itself they were told.
// mode: write
// params: uid
// rows: dropped
MATCH (m:Move {uid: $uid})
CALL (m) {
  MATCH (n:MoveNews {uid: $uid}) WHERE n.at = m.recorded_at
  DETACH DELETE n
}
DETACH DELETE m
RETURN count(*) AS dropped
