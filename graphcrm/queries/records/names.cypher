// What records and tags are called, in the trash or not.
// mode: read
// params: uids, limit, see
// rows: type, uid, name
UNWIND $uids AS uid
CALL (uid) {
  MATCH (n:Account {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Contact {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Lead {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Tag {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Opportunity {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Contract {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Order {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:ServiceRequest {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Campaign {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Task {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:User {uid: uid}) RETURN n
}
WITH n WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
RETURN CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END AS type,
  n.uid AS uid, n.name AS name LIMIT $limit
