// A page of the links between contacts, in the order of their uids.
// mode: read
// params: after, limit
// rows: found
CALL () {
  MATCH (a:Contact)-[l:REPORTS_TO]->(b:Contact) WHERE l.uid > $after RETURN a, l, b ORDER BY l.uid LIMIT $limit
  UNION ALL
  MATCH (a:Contact)-[l:RELATED_TO]->(b:Contact) WHERE l.uid > $after RETURN a, l, b ORDER BY l.uid LIMIT $limit
}
WITH a, l, b ORDER BY l.uid LIMIT $limit
RETURN collect([l.uid, a.uid, b.uid, type(l), l {.*, recorded_at: null, verified_on: toString(l.verified_on),
  start_min: null, start_max: null, end_min: null, end_max: null}]) AS found
