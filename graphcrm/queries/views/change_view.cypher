// Change properties of a saved view of a user: one that is there, or one that was deleted a while ago.
// mode: write
// params: user, uid, removed, props, at
// rows: rev
MATCH (:User {uid: $user})-[:SAVED]->(v:SavedView {uid: $uid})
SET v.rev = coalesce(v.rev, null)  // takes the lock before it is read
WITH v WHERE (v.removed_at IS NOT NULL) = $removed
SET v += $props, v.updated_at = $at, v.rev = v.rev + 1
RETURN v.rev AS rev
