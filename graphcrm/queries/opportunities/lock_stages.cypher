// Take the locks of all stages, which are those given while there is none.
// mode: write
// params: rows, at
// rows: key, name, status, probability, position, retired, rev
CALL () {
  UNWIND $rows AS row
  MERGE (s:Stage {uid: row.uid})
  ON CREATE SET s += row, s.rev = 1, s.updated_at = $at
  SET s.rev = coalesce(s.rev, 1)  // waits for who adds one now, before all of them are read
}
MATCH (s:Stage)
SET s.rev = coalesce(s.rev, 1)  // takes the lock before anything is read
RETURN s.uid AS key, s.name AS name, s.status AS status, s.probability AS probability, s.position AS position,
  coalesce(s.retired, false) AS retired, s.rev AS rev
ORDER BY position, key
