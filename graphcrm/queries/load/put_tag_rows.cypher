// Make tags, or change those that are still at the revision that was read.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MERGE (t:Tag {uid: row.uid})
ON CREATE SET t.created_at = $at
SET t.rev = coalesce(t.rev, 0)  // takes the lock before the revision is compared
WITH t, row WHERE t.rev = row.rev
SET t.name = row.name, t.key = row.key, t.colour = row.colour, t.removed_at = null,
  t.updated_at = $at, t.rev = row.rev + 1
RETURN count(t) AS written
