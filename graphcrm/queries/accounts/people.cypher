// The people of one account who had begun there by a day, current or former, with where they are that day.
// mode: read
// params: account, status, on, after, limit, see
// rows: contact, name, do_not_contact, current, jobs, now
MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(c)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  AND w.start_min <= $on AND ($after IS NULL OR c.uid > $after)
WITH a, c, max(CASE WHEN w.end_max > $on THEN 1 ELSE 0 END) = 1 AS current
WHERE $status = 'all' OR current = ($status = 'current')
WITH a, c, current ORDER BY c.uid LIMIT $limit  // the page first: stints have much to tell, and an account many
CALL (a, c) {
  MATCH (c)-[w:WORKS_AT]->(b) WHERE b = a AND w.start_min <= $on
  WITH c, w ORDER BY w.start_min DESC, w.uid
  RETURN collect([w.uid, w.title, w.department, w.role, w.kind, coalesce(w.primary, false),
    w.start, w.end, w.end_status, w.end_max > $on, w.start_max <= $on AND $on < w.end_min,
    [(c)-[o:WORKS_AT {uid: w.carried_from}]->(p) WHERE ($see.Account IS NULL OR coalesce(p.owner, '') IN $see.Account)
      | [p.uid, p.name]][0]]) AS jobs
}
CALL (a, c) {
  MATCH (c)-[w:WORKS_AT]->(b) WHERE b <> a AND w.start_min <= $on AND $on < w.end_max AND w.carried_from IS NULL
    AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
  WITH b, w ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, b.uid
  RETURN collect([b.uid, b.name, w.title]) AS now
}
RETURN c.uid AS contact, c.name AS name, coalesce(c.do_not_contact, false) AS do_not_contact, current, jobs, now
ORDER BY contact
