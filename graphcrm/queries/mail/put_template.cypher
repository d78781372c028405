// Write a mail template of a user, a new one or one of theirs.
// mode: write
// params: user, uid, props, at
// rows: rev
MATCH (u:User {uid: $user})
MERGE (u)-[:WROTE]->(t:MailTemplate {uid: $uid})
ON CREATE SET t.created_at = $at
SET t += $props, t.updated_at = $at, t.rev = coalesce(t.rev, 0) + 1
RETURN t.rev AS rev
