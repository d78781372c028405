// The moves that were recorded of one contact, with the accounts left and joined that may be seen, the first one first.
// mode: read
// params: contact, limit, see
// rows: left, joined, props
MATCH (c:Contact {uid: $contact})<-[:FOR]-(m:Move)
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
RETURN [(m)-[:LEFT]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) | [a.uid, a.name]]
    AS left,
  [(m)-[:JOINED]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) | [a.uid, a.name]]
    AS joined, m {.*} AS props
ORDER BY m.effective_on, m.uid LIMIT $limit
