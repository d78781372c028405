// The people of one account on a day, and to whom there they report: those with a line first, then by role and name.
// mode: read
// params: account, on, ranks, limit, see
// rows: contact, name, do_not_contact, title, department, role, main_contact, certain, bosses, total
MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(c)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) AND w.start_min <= $on AND $on < w.end_max
WITH a, c, w ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
WITH a, c, collect(w)[0] AS w
WITH a, c, w, EXISTS { (c)-[:REPORTS_TO]-() } AS lined
ORDER BY lined DESC, coalesce($ranks[w.role], 9), c.name, c.uid
WITH a, collect([c, w]) AS everybody
UNWIND range(0, size(everybody[..$limit]) - 1) AS place
WITH a, everybody[place][0] AS c, everybody[place][1] AS w, place, size(everybody) AS total
CALL (a, c) {
  MATCH (c)-[r:REPORTS_TO]->(m)
  WHERE m <> c AND r.start_min <= $on AND $on < r.end_max
    AND ($see.Contact IS NULL OR coalesce(m.owner, '') IN $see.Contact)
    AND EXISTS { MATCH (m)-[x:WORKS_AT]->(b) WHERE b = a AND x.start_min <= $on AND $on < x.end_max }
  WITH m, max(CASE WHEN r.start_max <= $on AND $on < r.end_min THEN 1 ELSE 0 END) AS sure, max(r.start_min) AS since
  ORDER BY sure DESC, since DESC, m.uid
  RETURN collect(m.uid) AS bosses
}
RETURN c.uid AS contact, c.name AS name, coalesce(c.do_not_contact, false) AS do_not_contact, w.title AS title,
  w.department AS department, w.role AS role, coalesce(w.main_contact, false) AS main_contact,
  w.start_max <= $on AND $on < w.end_min AS certain, bosses, total
ORDER BY place
