// Note that records came into the list of an automation; those that are in it, or left it within a day, are not.
// mode: write
// params: uid, label, rows, at
// rows: of
MATCH (a:Automation {uid: $uid}) WHERE a.active AND a.removed_at IS NULL
SET a.uid = a.uid  // of two that look at once one takes each record
WITH a
UNWIND $rows AS row
CALL (a, row) {
  OPTIONAL MATCH (r:AutomationRun {of: row.of}) WHERE r.label = $label
    AND coalesce(r.left_at > $at - duration('P1D'), true)  // or two that undo each other would go on for ever
    AND EXISTS { (a)-[:RAN]->(r) }
  RETURN count(r) AS there
}
WITH a, row WHERE there = 0
CREATE (a)-[:RAN]->(:AutomationRun {uid: row.uid, at: $at, label: $label, of: row.of, did: []})
RETURN row.of AS of
