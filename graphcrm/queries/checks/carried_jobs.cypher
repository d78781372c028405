// The jobs that acquisitions have carried over, of some contacts.
// mode: read
// params: contacts, limit
// rows: contact, account, props
UNWIND $contacts AS uid
MATCH (c:Contact {uid: uid})-[w:WORKS_AT]->(a) WHERE w.carried_from IS NOT NULL
RETURN c.uid AS contact, a.uid AS account, w {.*} AS props ORDER BY props.uid LIMIT $limit
