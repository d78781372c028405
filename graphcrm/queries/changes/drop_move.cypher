// Forget a move.
// mode: write
// params: uid
// rows: dropped
MATCH (m:Move {uid: $uid})
DETACH DELETE m
RETURN count(*) AS dropped
