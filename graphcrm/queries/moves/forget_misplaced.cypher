// Forget that users were told of a move from another account than the one that was left.
// mode: write
// params: job, left
// rows: gone
MATCH (n:MoveNews {uid: $job}) WHERE NOT EXISTS { (n)-[:LEFT]->(a) WHERE a.uid = $left }
DETACH DELETE n
RETURN count(*) AS gone
