// Erase the saved views of a user that were deleted before a moment.
// mode: write
// params: user, before
// rows: erased
MATCH (:User {uid: $user})-[:SAVED]->(v) WHERE v.removed_at < $before
DETACH DELETE v
RETURN count(v) AS erased
