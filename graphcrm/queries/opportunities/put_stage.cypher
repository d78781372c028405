// Write what differs of a stage, which is made where there is none of its key.
// mode: write
// params: key, props, at
// rows: rev
MERGE (s:Stage {uid: $key})
SET s += $props, s.rev = coalesce(s.rev, 0) + 1, s.updated_at = $at
RETURN s.rev AS rev
