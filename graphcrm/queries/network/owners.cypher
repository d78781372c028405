// Who had been given some records by a day: among some records and users, or all of either (null), current first.
// mode: read
// params: accounts, contacts, leads, users, q, on, skip, limit, see
// rows: uid, kind, from_type, from_uid, to_type, to_uid, label, start_min, start_max, end_min, end_max, total
CALL () {
  UNWIND $accounts AS uid MATCH (n:Account {uid: uid})-[s:ASSIGNED_TO]->(u) RETURN n, s, u, u.name AS other
  UNION ALL
  UNWIND $contacts AS uid MATCH (n:Contact {uid: uid})-[s:ASSIGNED_TO]->(u) RETURN n, s, u, u.name AS other
  UNION ALL
  UNWIND $leads AS uid MATCH (n:Lead {uid: uid})-[s:ASSIGNED_TO]->(u) RETURN n, s, u, u.name AS other
  UNION ALL
  WITH * WHERE $accounts IS NULL AND $contacts IS NULL AND $leads IS NULL
  UNWIND $users AS uid MATCH (u:User {uid: uid})<-[s:ASSIGNED_TO]-(n) WHERE NOT n:Opportunity|Campaign|Task
  RETURN n, s, u, n.name AS other
}
WITH n, s, u, other, coalesce(s.start, date('0001-01-01')) AS since, coalesce(s.end, date('9999-12-31')) AS until,
  labels(n)[0] AS label
WHERE ($users IS NULL OR u.uid IN $users) AND since <= $on AND ($q IS NULL OR toLower(other) CONTAINS $q)
  AND ($see[label] IS NULL OR coalesce(n.owner, '') IN $see[label])
WITH n, s, u, since, until, label ORDER BY until > $on DESC, since DESC, s.uid
WITH collect([n, s, u, since, until, label]) AS found
UNWIND found AS one
WITH size(found) AS total, one[0] AS n, one[1] AS s, one[2] AS u, one[3] AS since, one[4] AS until, one[5] AS label
SKIP $skip LIMIT $limit
RETURN s.uid AS uid, 'owner' AS kind, toLower(label) AS from_type, n.uid AS from_uid, 'user' AS to_type,
  u.uid AS to_uid, null AS label, since AS start_min, since AS start_max, until AS end_min, until AS end_max, total
