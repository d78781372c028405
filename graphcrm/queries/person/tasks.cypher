// The tasks about one contact or lead, set aside or not, as far as they may be seen, the first one first.
// mode: read
// params: label, uid, limit, see
// rows: props, accounts, owners
CALL () {
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact {uid: $uid}) WHERE ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead'
  MATCH (n:Lead {uid: $uid}) WHERE ($see.Lead IS NULL OR coalesce(n.owner, '') IN $see.Lead)
  RETURN n
}
MATCH (n)<-[:ABOUT|TRASHED]-(t:Task) WHERE ($see.Task IS NULL OR coalesce(t.owner, '') IN $see.Task)
WITH DISTINCT t
RETURN t {.*} AS props,
  COLLECT {
    MATCH (t)-[:ABOUT|TRASHED]->(a:Account) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    RETURN [a.uid, a.name] ORDER BY a.name, a.uid
  } AS accounts,
  COLLECT {
    MATCH (t)-[o:ASSIGNED_TO|TRASHED]->(u:User) RETURN [u.uid, u.name, o {.*, type: null}] ORDER BY o.start, o.uid
  } AS owners
ORDER BY t.created_at, t.uid LIMIT $limit
