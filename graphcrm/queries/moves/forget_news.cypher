// Forget that users were told of moves before a moment, so many at once.
// mode: write
// params: before, limit
// rows: gone
MATCH (n:MoveNews) WHERE n.at < $before
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS gone
