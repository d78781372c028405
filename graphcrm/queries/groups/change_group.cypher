// Change properties of a group of a user: one that is there, or one that was deleted a while ago.
// mode: write
// params: user, uid, removed, props, at
// rows: rev
MATCH (:User {uid: $user})-[:KEEPS]->(g:Group {uid: $uid})
SET g.rev = coalesce(g.rev, null)  // takes the lock before it is read
WITH g WHERE (g.removed_at IS NOT NULL) = $removed
SET g += $props, g.updated_at = $at, g.rev = g.rev + 1
RETURN g.rev AS rev
