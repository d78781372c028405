// The introductions to one contact or by way of them, set aside or not, as far as they may be seen, the first one first.
// mode: read
// params: contact, limit, see_accounts, see_contacts
// rows: props, asker, account
MATCH (c:Contact {uid: $contact})<-[:THROUGH|TRASHED]-(i:Introduction)
WHERE ($see_contacts IS NULL OR coalesce(c.owner, '') IN $see_contacts)
MATCH (u:User)-[:ASKED|TRASHED]->(i)-[:INTO|TRASHED]->(a:Account)
WHERE ($see_accounts IS NULL OR coalesce(a.owner, '') IN $see_accounts)
  AND ($see_contacts IS NULL OR u.uid IN $see_contacts)
  AND NOT EXISTS { (i)-[:THROUGH|TRASHED]->(o:Contact)
    WHERE NOT ($see_contacts IS NULL OR coalesce(o.owner, '') IN $see_contacts) }
RETURN i {.*} AS props, [u.uid, u.name] AS asker, [a.uid, a.name] AS account
ORDER BY i.uid LIMIT $limit
