// Take the locks of some tags, in the order of their uids, and read them.
// mode: write
// params: uids
// rows: uid, name, colour, removed, merged_into, rev
UNWIND $uids AS uid
MATCH (t:Tag {uid: uid})
SET t.rev = coalesce(t.rev, 1)  // takes the lock before anything is read
RETURN t.uid AS uid, t.name AS name, t.colour AS colour, t.removed_at IS NOT NULL AS removed,
  t.merged_into AS merged_into, t.rev AS rev
