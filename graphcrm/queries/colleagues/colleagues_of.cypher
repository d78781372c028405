// The people one contact may have worked with, by account, with all stints of both there.
// mode: read
// params: contact, account, on, cap, limit, see
// rows: contact, contact_name, colleague, colleague_name, asked_not, account, account_name, employee_count, size_band, stints, mine, theirs
MATCH (x:Contact {uid: $contact})-[w1:WORKS_AT]->(a)
WHERE ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact)
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND w1.start_min <= $on AND NOT coalesce(a.placeholder, false) AND ($account IS NULL OR a.uid = $account)
  AND COUNT { (a)<-[:WORKS_AT]-() } <= $cap
WITH x, a, collect([toString(w1.start_min), toString(w1.start_max), toString(w1.end_min), toString(w1.end_max),
  w1.department, w1.uid]) AS mine, min(w1.start_min) AS first, max(w1.end_max) AS last
MATCH (a)<-[w2:WORKS_AT]-(y)
WHERE y <> x AND w2.start_min <= $on AND ($see.Contact IS NULL OR coalesce(y.owner, '') IN $see.Contact)
WITH x, a, mine, first, last, y, min(w2.start_min) AS their_first, max(w2.end_max) AS their_last,
  collect([toString(w2.start_min), toString(w2.start_max), toString(w2.end_min), toString(w2.end_max),
  w2.department, w2.uid]) AS theirs
WHERE their_first < last AND first < their_last
RETURN x.uid AS contact, x.name AS contact_name, y.uid AS colleague, y.name AS colleague_name,
  coalesce(y.do_not_contact, false) AS asked_not,
  a.uid AS account, a.name AS account_name, a.employee_count AS employee_count, a.size_band AS size_band,
  COUNT { (a)<-[:WORKS_AT]-() } AS stints, mine, theirs
LIMIT $limit
