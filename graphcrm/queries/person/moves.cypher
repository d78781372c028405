// The moves that were recorded of one contact, with the accounts left and joined that may be seen, the first one first.
// mode: read
// params: contact, limit, see_accounts, see_contacts
// rows: left, joined, props
MATCH (c:Contact {uid: $contact})<-[:FOR]-(m:Move)
WHERE ($see_contacts IS NULL OR coalesce(c.owner, '') IN $see_contacts)
RETURN [(m)-[:LEFT]->(a) WHERE ($see_accounts IS NULL OR coalesce(a.owner, '') IN $see_accounts) | [a.uid, a.name]]
    AS left,
  [(m)-[:JOINED]->(a) WHERE ($see_accounts IS NULL OR coalesce(a.owner, '') IN $see_accounts) | [a.uid, a.name]]
    AS joined, m {.*} AS props
ORDER BY m.effective_on, m.uid LIMIT $limit
