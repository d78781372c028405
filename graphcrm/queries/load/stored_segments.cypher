// The segments of some uids, deleted or not.
// mode: read
// params: uids
// rows: found
UNWIND $uids AS uid
MATCH (s:Segment {uid: uid})
OPTIONAL MATCH (s)<-[:ASKS]-(u)
RETURN collect([s.uid, u.uid, s {.name, .kind, .conditions, .sizes, shared: coalesce(s.shared, false)},
  s.removed_at IS NOT NULL, coalesce(s.rev, 1)]) AS found
