// Make the tags that there are not yet, and say which uid each has.
// mode: write
// params: rows, at
// rows: key, uid
UNWIND $rows AS row
MERGE (t:Tag {key: row.key})
ON CREATE SET t.uid = row.uid, t.name = row.name, t.colour = row.colour, t.created_at = $at, t.updated_at = $at,
  t.rev = 1
RETURN row.key AS key, t.uid AS uid
