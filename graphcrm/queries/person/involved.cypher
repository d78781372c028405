// What one contact has a part in, set aside or not, as far as it may be seen, the first one first.
// mode: read
// params: contact, limit, see
// rows: kind, props, role, account, owners
MATCH (c:Contact {uid: $contact}) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
MATCH (c)<-[i:INVOLVES|TRASHED]-(n:Opportunity|Contract|Order|ServiceRequest)
WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
RETURN CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END AS kind, n {.*} AS props,
  i.role AS role,
  COLLECT {
    MATCH (n)-[:OFFERED_TO|OF_ACCOUNT|TRASHED]->(a:Account)
    WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    RETURN [a.uid, a.name]
  }[0] AS account,
  COLLECT {
    MATCH (n)-[o:ASSIGNED_TO|TRASHED]->(u:User) RETURN [u.uid, u.name, o {.*, type: null}] ORDER BY o.start, o.uid
  } AS owners
ORDER BY n.created_at, n.uid LIMIT $limit
