// The tags of some keys, or of some uids, that are not deleted.
// mode: read
// params: keys, uids, limit
// rows: uid, key, name
CALL () {
  UNWIND $keys AS key
  MATCH (t:Tag {key: key}) RETURN t
  UNION
  UNWIND $uids AS uid
  MATCH (t:Tag {uid: uid}) RETURN t
}
WITH t WHERE t.removed_at IS NULL
RETURN t.uid AS uid, t.key AS key, t.name AS name LIMIT $limit
