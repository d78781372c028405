// Contacts and leads who may be at an account, with the reasons, and the contacts who have an address of such a lead.
// mode: read
// params: account, names, words, on, looked, most, limit, see
// rows: label, uid, name, owner, asked_not, title, reasons, same
MATCH (a:Account {uid: $account}) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
CALL (a) {
  MATCH (a)-[:HAS_HANDLE]->(d {kind: 'domain'})
  CALL (a, d) {
    MATCH (h:Handle) USING TEXT INDEX h:Handle(value) WHERE h.value ENDS WITH '@' + d.value AND h.kind = 'email'
    MATCH (h)<-[:HAS_HANDLE]-(n:Contact|Lead)
    WHERE n.deleted_at IS NULL AND NOT (n:Lead AND coalesce(n.status, 'new') IN ['converted', 'ignored'])
      AND ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
      AND NOT EXISTS { (n)-[w:WORKS_AT]->(at) WHERE at = a AND $on < w.end_max }
    RETURN h, n LIMIT $most
  }
  RETURN n, ['email', h.value] AS reason
  UNION ALL
  CALL db.index.fulltext.queryNodes('account_text', $words, {limit: $looked}) YIELD node AS p
  WITH a, p WHERE p.placeholder AND p <> a AND p.deleted_at IS NULL
    AND ($see.Account IS NULL OR coalesce(p.owner, '') IN $see.Account)
    AND any(text IN coalesce(p.aliases, []) + p.name WHERE toLower(text) IN $names)
  MATCH (p)<-[w:WORKS_AT]-(n:Contact) WHERE w.start_min <= $on AND $on < w.end_max
    AND n.deleted_at IS NULL AND ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
    AND NOT EXISTS { (n)-[v:WORKS_AT]->(at) WHERE at = a AND $on < v.end_max }
  RETURN n, ['placeholder', p.name] AS reason LIMIT $most
  UNION ALL
  CALL db.index.fulltext.queryNodes('lead_text', $words, {limit: $looked}) YIELD node AS n
  WITH n WHERE toLower(n.company_name) IN $names AND n.deleted_at IS NULL
    AND ($see.Lead IS NULL OR coalesce(n.owner, '') IN $see.Lead)
    AND NOT coalesce(n.status, 'new') IN ['converted', 'ignored']
  RETURN n, ['company', n.company_name] AS reason LIMIT $most
}
WITH n, labels(n)[0] AS label, collect(DISTINCT reason) AS reasons
ORDER BY size(reasons) DESC, label, n.name, n.uid LIMIT $limit
RETURN label, n.uid AS uid, n.name AS name, n.owner AS owner, coalesce(n.do_not_contact, false) AS asked_not,
  n.title AS title, reasons, COLLECT {
    MATCH (n:Lead)-[:HAS_HANDLE]->({kind: 'email'})<-[:HAS_HANDLE]-(c:Contact)
    WHERE c.deleted_at IS NULL AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    RETURN DISTINCT [c.uid, c.name] AS one ORDER BY one LIMIT 3 } AS same
ORDER BY size(reasons) DESC, label, name, uid
