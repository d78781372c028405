// Note that records came into the list of an automation; those that are in it, or left it lately, are not.
// mode: write
// params: uid, rev, label, rows, at, since
// rows: of, mailed
MATCH (a:Automation {uid: $uid}) WHERE a.active AND a.removed_at IS NULL
SET a.uid = a.uid  // of two that look at once one takes each record
WITH a WHERE a.rev = $rev  // whoever has changed it meanwhile lets it look anew
UNWIND $rows AS row
CALL (a, row) {
  OPTIONAL MATCH (r:AutomationRun {of: row.of}) WHERE r.label = $label AND EXISTS { (a)-[:RAN]->(r) }
  RETURN coalesce(any(r IN collect(r) WHERE coalesce(r.left_at > $since, true)), false) AS there,
    any(r IN collect(r) WHERE any(deed IN r.did WHERE deed STARTS WITH 'mail:')) AS mailed
}
WITH a, row, mailed WHERE NOT there
CREATE (a)-[:RAN]->(:AutomationRun {uid: row.uid, at: $at, label: $label, of: row.of, did: []})
RETURN row.of AS of, mailed
