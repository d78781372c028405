// The accounts where two people both worked, with all stints of each there, for some pairs of contacts.
// mode: read
// params: pairs, on, cap, limit, see
// rows: contact, contact_name, colleague, colleague_name, asked_not, account, account_name, employee_count, size_band, stints, mine, theirs
UNWIND $pairs AS pair
MATCH (x:Contact {uid: pair[0]})-[w1:WORKS_AT]->(a)
WHERE w1.start_min <= $on AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND NOT coalesce(a.placeholder, false) AND COUNT { (a)<-[:WORKS_AT]-() } <= $cap
WITH pair, x, a, collect([toString(w1.start_min), toString(w1.start_max), toString(w1.end_min), toString(w1.end_max),
  w1.department, w1.uid]) AS mine
MATCH (y:Contact {uid: pair[1]})
CALL (y, a) {  // from the colleague's few jobs: the planner would expand the account's many
  MATCH (y)-[w2:WORKS_AT]->(b) WHERE b = a AND w2.start_min <= $on
  RETURN collect([toString(w2.start_min), toString(w2.start_max), toString(w2.end_min), toString(w2.end_max),
    w2.department, w2.uid]) AS theirs
}
WITH x, y, a, mine, theirs WHERE theirs <> []
RETURN x.uid AS contact, x.name AS contact_name, y.uid AS colleague, y.name AS colleague_name,
  coalesce(y.do_not_contact, false) AS asked_not,
  a.uid AS account, a.name AS account_name, a.employee_count AS employee_count, a.size_band AS size_band,
  COUNT { (a)<-[:WORKS_AT]-() } AS stints, mine, theirs
LIMIT $limit
