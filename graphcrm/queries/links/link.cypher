// One link by uid, with all that is recorded of it.
// mode: read
// params: uid, limit, see
// rows: uid, kind, start_uid, start_name, end_uid, end_name, relation, start, end, end_status, verified_on, start_min, start_max, end_min, end_max, source, rev, recorded_at, recorded_by
CALL () {
  MATCH (a)-[e:SUBSIDIARY_OF {uid: $uid}]->(b) RETURN a, e, b
  UNION ALL
  MATCH (a)-[e:PARTNER_OF {uid: $uid}]->(b) RETURN a, e, b
  UNION ALL
  MATCH (a)-[e:SUCCEEDED_BY {uid: $uid}]->(b) RETURN a, e, b
  UNION ALL
  MATCH (a)-[e:REPORTS_TO {uid: $uid}]->(b) RETURN a, e, b
  UNION ALL
  MATCH (a)-[e:RELATED_TO {uid: $uid}]->(b) RETURN a, e, b
}
WITH a, e, b WHERE ($see[labels(a)[0]] IS NULL OR coalesce(a.owner, '') IN $see[labels(a)[0]])
  AND ($see[labels(b)[0]] IS NULL OR coalesce(b.owner, '') IN $see[labels(b)[0]])
RETURN e.uid AS uid, toLower(type(e)) AS kind, a.uid AS start_uid, a.name AS start_name, b.uid AS end_uid,
  b.name AS end_name, e.relation AS relation, e.start AS start, e.end AS end, e.end_status AS end_status,
  e.verified_on AS verified_on, e.start_min AS start_min, e.start_max AS start_max, e.end_min AS end_min,
  e.end_max AS end_max, e.source AS source, coalesce(e.rev, 1) AS rev, e.recorded_at AS recorded_at,
  e.recorded_by AS recorded_by
LIMIT $limit
