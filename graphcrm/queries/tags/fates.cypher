// What became of the tags of some uids: whether each is still there, and what it was merged into.
// mode: read
// params: uids, limit
// rows: uid, key, name, removed, merged_into
UNWIND $uids AS uid
MATCH (t:Tag {uid: uid})
RETURN t.uid AS uid, t.key AS key, t.name AS name, t.removed_at IS NOT NULL AS removed, t.merged_into AS merged_into
LIMIT $limit
