// Change properties of an introduction that is at a revision.
// mode: write
// params: uid, rev, props, at
// rows: written
MATCH (i:Introduction {uid: $uid}) WHERE i.rev = $rev
SET i += $props, i.rev = $rev + 1, i.updated_at = $at
RETURN count(i) AS written
