// Records, dated edges and events that were changed more often than is remembered.
// mode: read
// params: limit
// rows: kind, uid, rev, known, on, props
CALL () {
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task|User) WHERE n.rev > 1
  RETURN CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END AS kind,
    n.uid AS uid, n.rev AS rev, n AS thing, [labels(n)[0] + ' ' + n.uid] AS on
  UNION ALL
  MATCH (a)-[e:WORKS_AT|RATES|ASSIGNED_TO|CONVERTED_TO|SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY|REPORTS_TO|RELATED_TO
    |ATTENDS|TRASHED]->(b)
  WHERE e.rev > 1 AND e.event IS NULL
  WITH a, e, b, coalesce(e.type, type(e)) AS type, labels(a)[0] AS of
  RETURN CASE type WHEN 'WORKS_AT' THEN 'job' WHEN 'RATES' THEN 'rating' WHEN 'ASSIGNED_TO' THEN 'assignment'
    WHEN 'CONVERTED_TO' THEN 'conversion' WHEN 'ATTENDS' THEN 'attendance'
    ELSE toLower(of) + '_link' END AS kind, e.uid AS uid, e.rev AS rev, e AS thing,
    [of + ' ' + a.uid, labels(b)[0] + ' ' + b.uid] AS on
  UNION ALL
  MATCH (u)-[e:INTERACTED_WITH|TRASHED]->(p) WHERE e.rev > 1 AND e.event IS NOT NULL
  WITH e.event AS uid, max(e.rev) AS rev, collect(e) AS parts
  RETURN 'interaction' AS kind, uid, rev, parts[0] AS thing,
    reduce(on = [], e IN parts | on + ['User ' + startNode(e).uid, labels(endNode(e))[0] + ' ' + endNode(e).uid]) AS on
}
CALL (kind, uid, rev) {
  MATCH (r:Revision {of: uid}) USING INDEX r:Revision(of) WHERE r.kind = kind AND 1 < r.rev <= rev
  RETURN count(DISTINCT r.rev) AS known
}
WITH * WHERE known < rev - 1
RETURN kind, uid, rev, known, on, properties(thing) AS props LIMIT $limit
