// All assignments of some [label, uid] records, of all times, and those with these uids, whosever they are.
// mode: read
// params: records, uids
// rows: label, record, user, start, end, props
CALL () {
  UNWIND $records AS record
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task {uid: record[1]})
  WHERE record[0] IN labels(n)
  MATCH (n)-[s:ASSIGNED_TO]->(u:User)
  RETURN n, s, u
  UNION
  UNWIND $uids AS uid
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task)
    -[s:ASSIGNED_TO {uid: uid}]->(u:User)
  RETURN n, s, u
}
RETURN labels(n)[0] AS label, n.uid AS record, u.uid AS user, s.start AS start, s.end AS end,
  s {.*, recorded_at: null, start: null, end: null} AS props
