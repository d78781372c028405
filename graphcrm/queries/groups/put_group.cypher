// Write a new group of a user.
// mode: write
// params: user, uid, props, at
// rows: uid
MATCH (u:User {uid: $user})
CREATE (u)-[:KEEPS]->(g:Group {uid: $uid, created_at: $at, updated_at: $at, rev: 1})
SET g += $props
RETURN g.uid AS uid
