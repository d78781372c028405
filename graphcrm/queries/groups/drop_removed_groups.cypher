// Erase the groups of a user that were deleted before a moment.
// mode: write
// params: user, before
// rows: erased
MATCH (:User {uid: $user})-[:KEEPS]->(g) WHERE g.removed_at < $before
DETACH DELETE g
RETURN count(g) AS erased
