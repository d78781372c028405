// The opportunities that one contact has a part in, set aside or not, as far as they may be seen, the first one first.
// mode: read
// params: contact, limit, see
// rows: props, role, account, owners
MATCH (c:Contact {uid: $contact}) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
MATCH (c)<-[i:INVOLVES|TRASHED]-(n:Opportunity)
WHERE ($see.Opportunity IS NULL OR coalesce(n.owner, '') IN $see.Opportunity)
RETURN n {.*} AS props, i.role AS role,
  COLLECT {
    MATCH (n)-[:OFFERED_TO|TRASHED]->(a:Account) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    RETURN [a.uid, a.name]
  }[0] AS account,
  COLLECT {
    MATCH (n)-[o:ASSIGNED_TO|TRASHED]->(u:User) RETURN [u.uid, u.name, o {.*, type: null}] ORDER BY o.start, o.uid
  } AS owners
ORDER BY n.created_at, n.uid LIMIT $limit
