// The campaigns that one contact or lead is asked to or comes to, those of the lead that a contact was too.
// mode: read
// params: label, uid, limit, see
// rows: uid, name, kind, start_on, status, on
CALL () {
  WITH * WHERE $label = 'Contact'
  MATCH (c:Contact {uid: $uid}) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  CALL (c) {
    RETURN c AS n
    UNION ALL
    MATCH (c)<-[:CONVERTED_TO]-(l) WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead) RETURN l AS n
  }
  RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead'
  MATCH (n:Lead {uid: $uid}) WHERE ($see.Lead IS NULL OR coalesce(n.owner, '') IN $see.Lead)
  RETURN n
}
MATCH (n)-[t:ATTENDS]->(g) WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign)
WITH g, t ORDER BY t.status <> 'attended', t.on DESC, t.uid  // who came came
WITH g, collect(t)[0] AS t
RETURN g.uid AS uid, g.name AS name, g.kind AS kind, g.start_on AS start_on, t.status AS status, t.on AS on
ORDER BY start_on IS NULL, start_on DESC, name, uid LIMIT $limit
