// The introductions to one contact or by way of them, set aside or not, as far as they may be seen, the first one first.
// mode: read
// params: contact, limit, see
// rows: props, asker, account
MATCH (c:Contact {uid: $contact})<-[:THROUGH|TRASHED]-(i:Introduction)
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
MATCH (u:User)-[:ASKED|TRASHED]->(i)-[:INTO|TRASHED]->(a:Account)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR u.uid IN $see.Contact)
  AND NOT EXISTS { (i)-[:THROUGH|TRASHED]->(o:Contact)
    WHERE NOT ($see.Contact IS NULL OR coalesce(o.owner, '') IN $see.Contact) }
RETURN i {.*} AS props, [u.uid, u.name] AS asker, [a.uid, a.name] AS account
ORDER BY i.uid LIMIT $limit
