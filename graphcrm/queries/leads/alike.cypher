// Contacts and accounts that a lead may be already, with the reasons: where both are reached, or the name.
// mode: read
// params: lead, name, company, person_words, company_words, on, most, limit, see
// rows: label, uid, name, reasons, works_at
MATCH (l:Lead {uid: $lead}) WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead)
CALL (l) {
  MATCH (l)-[:HAS_HANDLE]->(h)
  CALL (h) { MATCH (h)<-[:HAS_HANDLE]-(n:Account|Contact) RETURN n LIMIT $most }
  RETURN n, [h.kind, h.value] AS reason, CASE h.kind WHEN 'phone' THEN 8 ELSE 9 END AS weight
  UNION ALL
  MATCH (l)-[:HAS_HANDLE]->(h {kind: 'email'})
  MATCH (d:Handle {uid: 'domain:' + split(h.value, '@')[1]})
  CALL (d) { MATCH (d)<-[:HAS_HANDLE]-(n:Account) RETURN n LIMIT $most }
  RETURN n, ['domain', d.value] AS reason, 8 AS weight
  UNION ALL
  CALL db.index.fulltext.queryNodes('contact_text', $person_words, {limit: $most}) YIELD node AS n
  WITH n, toLower($name) IN [text IN coalesce(n.other_names, []) + n.name | toLower(text)] AS same
  RETURN n, [CASE WHEN same THEN 'name' ELSE 'like' END, n.name] AS reason, CASE WHEN same THEN 7 ELSE 1 END AS weight
  UNION ALL
  CALL db.index.fulltext.queryNodes('account_text', $company_words, {limit: $most}) YIELD node AS n
  WITH n, toLower($company) IN [text IN coalesce(n.aliases, []) + n.name | toLower(text)] AS same
  RETURN n, [CASE WHEN same THEN 'name' ELSE 'like' END, n.name] AS reason, CASE WHEN same THEN 7 ELSE 1 END AS weight
}
WITH n, labels(n)[0] AS label, collect(DISTINCT reason) AS reasons, sum(weight) AS weight
WHERE n.deleted_at IS NULL AND ($see[label] IS NULL OR coalesce(n.owner, '') IN $see[label])
WITH label, n, reasons ORDER BY label DESC, weight DESC, n.name, n.uid
WITH label, collect([n, reasons])[..$limit] AS best
UNWIND best AS one
WITH label, one[0] AS n, one[1] AS reasons
CALL (n) {
  MATCH (n:Contact)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  WITH a, w ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect([a.uid, a.name]) AS works_at
}
RETURN label, n.uid AS uid, n.name AS name, reasons, works_at
