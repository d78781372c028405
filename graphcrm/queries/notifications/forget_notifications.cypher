// Forget what users were told of some records.
// mode: write
// params: records
// rows: gone
UNWIND $records AS record
MATCH (n:Notification {of: record[1]}) WHERE n.label = record[0]
DETACH DELETE n
RETURN count(*) AS gone
