// One assignment by its uid, with both its ends.
// mode: read
// params: uid, limit, see
// rows: label, record, name, user, user_name, start, end, reason, end_reason, rev
MATCH (n)-[s:ASSIGNED_TO {uid: $uid}]->(u)
WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
RETURN labels(n)[0] AS label, n.uid AS record, n.name AS name, u.uid AS user, u.name AS user_name, s.start AS start,
  s.end AS end, s.reason AS reason, s.end_reason AS end_reason, coalesce(s.rev, 1) AS rev
LIMIT $limit
