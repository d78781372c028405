// Write a new saved view of a user.
// mode: write
// params: user, uid, props, at
// rows: uid
MATCH (u:User {uid: $user})
CREATE (u)-[:SAVED]->(v:SavedView {uid: $uid, created_at: $at, updated_at: $at, rev: 1})
SET v += $props
RETURN v.uid AS uid
