// Write a new segment of a user.
// mode: write
// params: user, uid, props, at
// rows: uid
MATCH (u:User {uid: $user})
CREATE (u)-[:ASKS]->(s:Segment {uid: $uid, created_at: $at, updated_at: $at, rev: 1})
SET s += $props
RETURN s.uid AS uid
