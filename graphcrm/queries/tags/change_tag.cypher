// Change properties of a tag that is locked.
// mode: write
// params: uid, props, at
// rows: rev
MATCH (t:Tag {uid: $uid})
SET t += $props, t.updated_at = $at, t.rev = coalesce(t.rev, 1) + 1
RETURN t.rev AS rev
