// The accounts whose domain is that of an e-mail address of a contact, and where they do not work on a day.
// mode: read
// params: contact, on, limit, see
// rows: uid, name
MATCH (c:Contact {uid: $contact})-[:HAS_HANDLE]->(h {kind: 'email'})
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
MATCH (d:Handle {uid: 'domain:' + split(h.value, '@')[1]})<-[:HAS_HANDLE]-(a:Account)
WHERE a.deleted_at IS NULL AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND NOT EXISTS { (c)-[w:WORKS_AT]->(at) WHERE at = a AND $on < w.end_max }
RETURN DISTINCT a.uid AS uid, a.name AS name ORDER BY name, uid LIMIT $limit
