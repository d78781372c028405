// Let what was remembered of one thing be shown to who did it alone.
// mode: write
// params: kind, of
// rows: hidden
MATCH (r:Revision {of: $of}) WHERE r.kind = $kind
SET r.private = true
RETURN count(r) AS hidden
