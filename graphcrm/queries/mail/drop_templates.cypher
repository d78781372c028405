// Delete for ever the mail templates of a user that were deleted before a moment.
// mode: write
// params: user, before
// rows: gone
MATCH (:User {uid: $user})-[:WROTE]->(t) WHERE t.removed_at < $before
DETACH DELETE t
RETURN count(*) AS gone
