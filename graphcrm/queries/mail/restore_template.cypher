// Bring back a mail template of a user that was deleted.
// mode: write
// params: user, uid, at
// rows: rev
MATCH (:User {uid: $user})-[:WROTE]->(t:MailTemplate {uid: $uid}) WHERE t.removed_at IS NOT NULL
SET t.removed_at = null, t.updated_at = $at, t.rev = t.rev + 1
RETURN t.rev AS rev
