// Note that records are no longer in the list of an automation.
// mode: write
// params: uid, records, at
// rows: left
UNWIND $records AS record
MATCH (r:AutomationRun {of: record}) WHERE r.left_at IS NULL AND EXISTS { (:Automation {uid: $uid})-[:RAN]->(r) }
SET r.left_at = $at
RETURN count(*) AS left
