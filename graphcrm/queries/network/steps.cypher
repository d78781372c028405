// One step along edges from some records, those with too many edges left standing: what a search for paths goes by.
// mode: read
// params: accounts, contacts, leads, users, types, on, before, cap, limit, see
// rows: from_type, from_uid, link, uid, to_type, to_uid, since, until, edges
CALL () {
  UNWIND $accounts AS uid MATCH (n:Account {uid: uid}) RETURN n
  UNION ALL
  UNWIND $contacts AS uid MATCH (n:Contact {uid: uid}) RETURN n
  UNION ALL
  UNWIND $leads AS uid MATCH (n:Lead {uid: uid}) RETURN n
  UNION ALL
  UNWIND $users AS uid MATCH (n:User {uid: uid}) RETURN n
}
WITH n, COUNT { (n)-[:WORKS_AT|KNOWS|RATES|ASSIGNED_TO]-() }
  + COUNT { (n)-[:SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY|REPORTS_TO|RELATED_TO]-() }
  + COUNT { (n:Lead)<-[:INTERACTED_WITH]-() } AS edges
CALL (n, edges) {
  WITH * WHERE edges > $cap RETURN null AS e, n AS o
  UNION ALL
  WITH * WHERE edges <= $cap
  MATCH (n)-[e:WORKS_AT|KNOWS|RATES|ASSIGNED_TO|IS|SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY|REPORTS_TO|RELATED_TO]-(o)
  WHERE type(e) IN $types AND e.carried_from IS NULL
    AND NOT o:Opportunity|Contract|Order|ServiceRequest|Campaign|Task
    AND NOT (type(e) IN ['KNOWS', 'RATES'] AND EXISTS { (n)-[:IS]-(o) })
    AND coalesce(e.start_min <= $on, e.start <= $on, e.first_at < $before, e.at < $before, true)
  RETURN e, o
  UNION ALL
  WITH * WHERE edges <= $cap AND 'INTERACTED_WITH' IN $types AND n:Lead
  MATCH (n)<-[e:INTERACTED_WITH]-(o) WHERE e.at < $before RETURN e, o
}
WITH n, e, o, edges, labels(o)[0] AS label
WHERE ($see[label] IS NULL OR coalesce(o.owner, '') IN $see[label])
RETURN toLower(labels(n)[0]) AS from_type, n.uid AS from_uid, type(e) AS link, e.uid AS uid, toLower(label) AS to_type,
  o.uid AS to_uid, toString(e.start_min) AS since, toString(e.end_max) AS until, edges
LIMIT $limit
