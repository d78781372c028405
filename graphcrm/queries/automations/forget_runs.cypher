// Forget what automations did with some records.
// mode: write
// params: records
// rows: gone
UNWIND $records AS record
MATCH (r:AutomationRun {of: record[1]}) WHERE r.label = record[0]
DETACH DELETE r
RETURN count(*) AS gone
