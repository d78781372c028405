// The tags of some uids, and those of some keys, deleted ones among the former.
// mode: read
// params: uids, keys
// rows: found
CALL () {
  UNWIND $uids AS uid
  MATCH (t:Tag {uid: uid}) RETURN t
  UNION
  UNWIND $keys AS key
  MATCH (t:Tag {key: key}) RETURN t
}
RETURN collect([t.uid, t.key, t.name, t.colour, coalesce(t.rev, 1), t.removed_at, t.merged_into]) AS found
