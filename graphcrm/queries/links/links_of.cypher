// The links of an account or a contact, whichever way they go, that had begun by a day; unknown starts first.
// mode: read
// params: label, uid, on, after, limit, see
// rows: uid, kind, start_uid, start_name, end_uid, end_name, relation, start, end, end_status, verified_on, start_min, start_max, end_min, end_max, source, rev, recorded_at, recorded_by
CALL () {
  WITH * WHERE $label = 'Account' MATCH (n:Account {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n
}
MATCH (n)-[e:SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY|REPORTS_TO|RELATED_TO]-()
WHERE e.start_min <= $on AND ($after IS NULL OR e.start_min > $after[0]
  OR (e.start_min = $after[0] AND (e.end_max > $after[1] OR (e.end_max = $after[1] AND e.uid > $after[2]))))
WITH e, startNode(e) AS a, endNode(e) AS b
WHERE ($see[labels(a)[0]] IS NULL OR coalesce(a.owner, '') IN $see[labels(a)[0]])
  AND ($see[labels(b)[0]] IS NULL OR coalesce(b.owner, '') IN $see[labels(b)[0]])
RETURN e.uid AS uid, toLower(type(e)) AS kind, a.uid AS start_uid, a.name AS start_name, b.uid AS end_uid,
  b.name AS end_name, e.relation AS relation, e.start AS start, e.end AS end, e.end_status AS end_status,
  e.verified_on AS verified_on, e.start_min AS start_min, e.start_max AS start_max, e.end_min AS end_min,
  e.end_max AS end_max, e.source AS source, coalesce(e.rev, 1) AS rev, e.recorded_at AS recorded_at,
  e.recorded_by AS recorded_by
ORDER BY start_min, end_max, uid LIMIT $limit
