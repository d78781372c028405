// Keep how often attempts have failed; none are forgotten.
// mode: write
// params: rows
// rows: kept
UNWIND $rows AS row
MATCH (a:Attempts {uid: row.uid})
SET a.failures = row.failures, a.at = row.at, a.until = row.until
WITH a
FOREACH (none IN CASE WHEN a.failures = 0 THEN [a] ELSE [] END | DELETE none)
RETURN count(*) AS kept
