// From which accounts the people of one account came, and to which they went, up to a day: how many, the most first.
// mode: read
// params: account, on, most, limit, see
// rows: looked_at, known, sources, targets
MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(c)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  AND w.start_min <= $on AND w.carried_from IS NULL
WITH a, c, min(w.start_min) AS first, min(w.start_max) AS begun, max(w.end_min) AS last, max(w.end_max) AS ended
ORDER BY first DESC, c.uid
WITH a, count(*) AS known, collect([c, first, begun, last, ended])[..$most] AS people
CALL (a, people) {
  UNWIND people AS one
  WITH a, one[0] AS c, one[1] AS first, one[2] AS begun
  MATCH (c)-[v:WORKS_AT]->(b) WHERE b <> a AND v.carried_from IS NULL AND v.start_min < first AND v.end_min <= $on
    AND v.end_max <= begun + duration({days: 92}) AND NOT coalesce(v.kind, '') IN ['board', 'advisor']
    AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
  WITH c, b ORDER BY v.end_max DESC, v.uid
  WITH c, collect(b)[0] AS b
  WITH b, count(*) AS number ORDER BY number DESC, b.name, b.uid LIMIT $limit
  RETURN collect([b.uid, b.name, number]) AS sources
}
CALL (a, people) {
  UNWIND people AS one
  WITH a, one[0] AS c, one[2] AS begun, one[3] AS last, one[4] AS ended WHERE ended <= $on
  MATCH (c)-[v:WORKS_AT]->(b) WHERE b <> a AND v.carried_from IS NULL AND v.start_min <= $on AND v.start_max > begun
    AND v.start_max + duration({days: 92}) >= last AND NOT coalesce(v.kind, '') IN ['board', 'advisor']
    AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
  WITH c, b ORDER BY v.start_min, v.uid
  WITH c, collect(b)[0] AS b
  WITH b, count(*) AS number ORDER BY number DESC, b.name, b.uid LIMIT $limit
  RETURN collect([b.uid, b.name, number]) AS targets
}
RETURN size(people) AS looked_at, known, sources, targets
