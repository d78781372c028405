// What a user has at hand: the records that they looked at last, and those they starred, the latest first.
// mode: read
// params: user, viewed, on, limit, see
// rows: type, uid, name, detail, place, starred_at
CALL () {
  UNWIND range(0, size($viewed) - 1) AS place
  WITH place, $viewed[place][0] AS label, $viewed[place][1] AS uid
  CALL (label, uid) {
    WITH * WHERE label = 'Account' MATCH (n:Account {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'Contact' MATCH (n:Contact {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'Lead' MATCH (n:Lead {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'Opportunity' MATCH (n:Opportunity {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'Contract' MATCH (n:Contract {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'Order' MATCH (n:Order {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'ServiceRequest' MATCH (n:ServiceRequest {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'Campaign' MATCH (n:Campaign {uid: uid}) RETURN n
    UNION ALL
    WITH * WHERE label = 'Task' MATCH (n:Task {uid: uid}) RETURN n
  }
  RETURN n, place, null AS at
  UNION ALL
  MATCH (:User {uid: $user})-[s:STARRED]->(n)
  RETURN n, null AS place, s.at AS at
}
WITH n, labels(n)[0] AS label, min(place) AS place, max(at) AS starred_at
WHERE n.deleted_at IS NULL AND ($see[label] IS NULL OR coalesce(n.owner, '') IN $see[label])
WITH * ORDER BY place IS NULL, place, starred_at DESC, n.uid LIMIT $limit
RETURN CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(label) END AS type,
  n.uid AS uid, n.name AS name, CASE label
    WHEN 'Account' THEN coalesce(n.industry, n.city) WHEN 'Lead' THEN n.company_name
    ELSE COLLECT { MATCH (n)-[w:WORKS_AT]->(a:Account) WHERE w.start_min <= $on AND w.end_max > $on
      AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
      RETURN a.name ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, a.uid LIMIT 1 }[0] END AS detail,
  place, starred_at
ORDER BY place IS NULL, place, starred_at DESC, uid
