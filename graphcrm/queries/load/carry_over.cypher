// Make anew the jobs that acquisitions give some contacts: whoever works at an account works at its successor then.
// mode: write
// params: contacts
// rows: written
UNWIND $contacts AS contact
MATCH (c:Contact {uid: contact})
SET c.rev = coalesce(c.rev, 1)  // takes the lock before anything is read
WITH c
CALL (c) {
  MATCH (c)-[old:WORKS_AT]->() WHERE old.carried_from IS NOT NULL
  DELETE old
}
CALL (c) {
  MATCH (c)-[w:WORKS_AT]->(a) WHERE w.carried_from IS NULL
  MATCH (a)-[links:SUCCEEDED_BY]->+(b) WHERE b <> a
  // A chain holds from the latest start to the earliest end along the way; the texts are those of the deciding one.
  WITH w, b, links,
    reduce(d = w.start_max, l IN links | CASE WHEN l.start_max > d THEN l.start_max ELSE d END) AS start_max,
    reduce(d = w.end_min, l IN links | CASE WHEN l.end_min < d THEN l.end_min ELSE d END) AS end_min,
    reduce(d = [w.start_min, w.start_max, w.start], l IN links | CASE
      WHEN l.start_min > d[0] OR (l.start_min = d[0] AND l.start_max > d[1]) THEN [l.start_min, l.start_max, l.start]
      ELSE d END) AS began,
    reduce(d = [w.end_max, w.end_min, w.end], l IN links | CASE
      WHEN l.end_max < d[0] OR (l.end_max = d[0] AND l.end_min < d[1]) THEN [l.end_max, l.end_min, l.end]
      ELSE d END) AS ended
  WHERE began[0] < ended[0]
  WITH w, b, began[0] AS start_min, start_max, end_min, ended[0] AS end_max,
    min(began[2]) AS start, min(ended[2]) AS end
  ORDER BY start_min, start_max, end_max DESC, end_min DESC
  WITH w, b, collect({bounds: [start_min, start_max, end_min, end_max], start: start, end: end}) AS spans
  // Two ways to one account, of which one says nothing more, are one job.
  RETURN w, b, [s IN spans WHERE none(o IN spans WHERE o.bounds <> s.bounds AND o.bounds[0] <= s.bounds[0]
    AND o.bounds[1] <= s.bounds[1] AND o.bounds[2] >= s.bounds[2] AND o.bounds[3] >= s.bounds[3])] AS spans
}
UNWIND range(0, size(spans) - 1) AS n
WITH c, w, b, n, spans[n] AS span, spans[n].bounds AS bounds
CREATE (c)-[d:WORKS_AT]->(b)
SET d = w {.title, .department, .role, .kind, .verified_on},
  d.uid = w.uid + '~' + b.uid + CASE n WHEN 0 THEN '' ELSE '~' + (n + 1) END, d.carried_from = w.uid,
  d.primary = false, d.start = span.start, d.end = span.end, d.start_min = bounds[0], d.start_max = bounds[1],
  d.end_min = bounds[2], d.end_max = bounds[3],
  d.end_status = CASE bounds[3] WHEN date('9999-12-31') THEN 'ongoing' ELSE 'ended' END
RETURN count(d) AS written
