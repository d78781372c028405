// Keep how often attempts have failed.
// mode: write
// params: rows
// rows: kept
UNWIND $rows AS row
MATCH (a:Attempts {uid: row.uid})
SET a.failures = row.failures, a.at = row.at, a.until = row.until
RETURN count(*) AS kept
