// Contacts and leads who may be at an account, with the reasons: the domain of their address, or a company of its name.
// mode: read
// params: account, names, words, on, most, limit, see
// rows: label, uid, name, owner, asked_not, title, reasons
MATCH (a:Account {uid: $account}) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
CALL (a) {
  MATCH (a)-[:HAS_HANDLE]->(d {kind: 'domain'})
  CALL (d) {
    MATCH (h:Handle) USING TEXT INDEX h:Handle(value) WHERE h.value ENDS WITH '@' + d.value AND h.kind = 'email'
    MATCH (h)<-[:HAS_HANDLE]-(n:Contact|Lead) RETURN h, n LIMIT $most
  }
  RETURN n, ['email', h.value] AS reason
  UNION ALL
  CALL db.index.fulltext.queryNodes('account_text', $words, {limit: $most}) YIELD node AS p
  WITH a, p WHERE p.placeholder AND p <> a AND ($see.Account IS NULL OR coalesce(p.owner, '') IN $see.Account)
    AND any(text IN coalesce(p.aliases, []) + p.name WHERE toLower(text) IN $names)
  MATCH (p)<-[w:WORKS_AT]-(n:Contact) WHERE w.start_min <= $on AND $on < w.end_max
  WITH n, p LIMIT $most
  RETURN n, ['placeholder', p.name] AS reason
  UNION ALL
  CALL db.index.fulltext.queryNodes('lead_text', $words, {limit: $most}) YIELD node AS n
  WITH n WHERE toLower(n.company_name) IN $names
  RETURN n, ['company', n.company_name] AS reason
}
WITH a, n, labels(n)[0] AS label, collect(DISTINCT reason) AS reasons
WHERE n.deleted_at IS NULL AND ($see[label] IS NULL OR coalesce(n.owner, '') IN $see[label])
  AND NOT (n:Lead AND coalesce(n.status, 'new') IN ['converted', 'ignored'])
  AND NOT EXISTS { (n)-[w:WORKS_AT]->(at) WHERE at = a AND $on < w.end_max }
RETURN label, n.uid AS uid, n.name AS name, n.owner AS owner, coalesce(n.do_not_contact, false) AS asked_not,
  n.title AS title, reasons
ORDER BY size(reasons) DESC, label, name, uid LIMIT $limit
