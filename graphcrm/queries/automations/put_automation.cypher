// Write an automation of a user, a new one or one of theirs.
// mode: write
// params: user, uid, props, at
// rows: rev
MATCH (u:User {uid: $user})
MERGE (u)-[:AUTOMATES]->(a:Automation {uid: $uid})
ON CREATE SET a.created_at = $at
SET a += $props, a.updated_at = $at, a.rev = coalesce(a.rev, 0) + 1
RETURN a.rev AS rev
