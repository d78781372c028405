// All assignments of some [label, uid] records, of all times.
// mode: read
// params: records
// rows: label, record, user, start, end, props
UNWIND $records AS record
MATCH (n:Account|Contact|Lead {uid: record[1]}) WHERE record[0] IN labels(n)
MATCH (n)-[s:ASSIGNED_TO]->(u:User)
RETURN record[0] AS label, n.uid AS record, u.uid AS user, s.start AS start, s.end AS end,
  s {.*, recorded_at: null, start: null, end: null} AS props
