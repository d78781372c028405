// Who has owned an account, a contact or a lead, the latest first.
// mode: read
// params: label, uid, after, limit, see
// rows: uid, user, user_name, start, end, reason, end_reason, source, rev, since, until
CALL () {
  WITH * WHERE $label = 'Account' MATCH (n:Account {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead' MATCH (n:Lead {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Opportunity' MATCH (n:Opportunity {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contract' MATCH (n:Contract {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Order' MATCH (n:Order {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'ServiceRequest' MATCH (n:ServiceRequest {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Campaign' MATCH (n:Campaign {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Task' MATCH (n:Task {uid: $uid}) RETURN n
}
MATCH (n)-[s:ASSIGNED_TO]->(u)
WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
WITH s, u, coalesce(s.start, date('0001-01-01')) AS since, coalesce(s.end, date('9999-12-31')) AS until
WHERE $after IS NULL OR since < $after[0]
  OR (since = $after[0] AND (until < $after[1] OR (until = $after[1] AND s.uid > $after[2])))
RETURN s.uid AS uid, u.uid AS user, u.name AS user_name, s.start AS start, s.end AS end, s.reason AS reason,
  s.end_reason AS end_reason, s.source AS source, coalesce(s.rev, 1) AS rev, since, until
ORDER BY since DESC, until DESC, uid LIMIT $limit
