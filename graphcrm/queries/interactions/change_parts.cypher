// Change properties of pairs' parts in events that are still at the revision that was read, and give them another.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE NOT row.aside MATCH ()-[i:INTERACTED_WITH {uid: row.uid}]->() RETURN i
  UNION ALL
  WITH row WHERE row.aside MATCH ()-[i:TRASHED {uid: row.uid}]->() RETURN i
}
SET i.rev = coalesce(i.rev, 1)  // takes the lock before the revision is compared
WITH i, row WHERE i.rev = row.read
SET i += row.props, i.rev = row.rev
RETURN count(i) AS written
