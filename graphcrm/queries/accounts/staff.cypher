// The people of one account on a day, those first who decide: how many are there and have left, and a page of each.
// mode: read
// params: account, status, on, name, ranks, after, limit, see
// rows: contact, name, do_not_contact, current, rank, total, jobs, now
MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(c)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) AND w.start_min <= $on
WITH a, c, max(w.end_max) > $on AS current,  // whoever is there has the best rank of today's jobs, else of the former
  min(CASE WHEN w.end_max > $on THEN 0 ELSE 10 END + coalesce($ranks[w.role], 9)) % 10 AS rank
WHERE ($status = 'all' OR current = ($status = 'current'))
  AND ($name IS NULL OR any(one IN coalesce(c.other_names, []) + c.name WHERE toLower(one) CONTAINS $name))
WITH a, c, current, rank ORDER BY rank, c.name, c.uid
WITH a, current, collect([c, rank]) AS everybody
UNWIND [one IN everybody WHERE $after IS NULL OR one[1] > $after[0] OR (one[1] = $after[0]
  AND (one[0].name > $after[1] OR (one[0].name = $after[1] AND one[0].uid > $after[2])))][..$limit] AS one
WITH a, current, size(everybody) AS total, one[0] AS c, one[1] AS rank
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
RETURN c.uid AS contact, c.name AS name, coalesce(c.do_not_contact, false) AS do_not_contact, current, rank, total,
  jobs, now
ORDER BY current DESC, rank, name, contact
