// Put values of edges of one type in the place of others, where those were not changed meanwhile.
// mode: write
// params: edge, rows
// rows: written
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE $edge = 'INTERACTED_WITH' MATCH ()-[e:INTERACTED_WITH {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE $edge = 'TRASHED' MATCH ()-[e:TRASHED {uid: row.uid}]->() RETURN e
}
SET e.uid = e.uid  // takes the lock before they are compared
WITH e, row WHERE all(key IN keys(row.was) WHERE e[key] = row.was[key])
SET e += row.becomes
RETURN count(e) AS written
