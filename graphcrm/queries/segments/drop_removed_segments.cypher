// Erase the segments of a user that were deleted before a moment.
// mode: write
// params: user, before
// rows: erased
MATCH (:User {uid: $user})-[:ASKS]->(s) WHERE s.removed_at < $before
DETACH DELETE s
RETURN count(s) AS erased
