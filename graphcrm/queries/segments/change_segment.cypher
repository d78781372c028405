// Change properties of a segment of a user: one that is there, or one that was deleted a while ago.
// mode: write
// params: user, uid, removed, props, at
// rows: rev
MATCH (:User {uid: $user})-[:ASKS]->(s:Segment {uid: $uid})
SET s.rev = coalesce(s.rev, null)  // takes the lock before it is read
WITH s WHERE (s.removed_at IS NOT NULL) = $removed
SET s += $props, s.updated_at = $at, s.rev = s.rev + 1
RETURN s.rev AS rev
