// Bring back an automation of a user that was deleted; it does not run.
// mode: write
// params: user, uid, at
// rows: rev
MATCH (:User {uid: $user})-[:AUTOMATES]->(a:Automation {uid: $uid}) WHERE a.removed_at IS NOT NULL
SET a.removed_at = null, a.active = false, a.updated_at = $at, a.rev = a.rev + 1
RETURN a.rev AS rev
