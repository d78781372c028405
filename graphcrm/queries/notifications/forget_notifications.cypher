// Forget what users were told of some records, and what was told to those of them that are users.
// mode: write
// params: records
// rows: gone
UNWIND $records AS record
CALL (record) {
  MATCH (n:Notification {of: record[1]}) WHERE n.label = record[0] RETURN n
  UNION
  MATCH (:User {uid: record[1]})<-[:UNREAD_BY|READ_BY]-(n) WHERE record[0] = 'User' RETURN n
}
DETACH DELETE n
RETURN count(*) AS gone
