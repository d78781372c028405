// Write what differs of stages, each of which is made where there is none of its key.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MERGE (s:Stage {uid: row.key})
SET s += row.props, s.rev = coalesce(s.rev, 0) + row.more, s.updated_at = $at
RETURN count(s) AS written
