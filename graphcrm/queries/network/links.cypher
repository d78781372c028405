// Links that had begun by a day, and who of us is which contact: of some records, or only those among them.
// mode: read
// params: accounts, contacts, users, kinds, among, q, on, skip, limit, see
// rows: uid, kind, from_type, from_uid, to_type, to_uid, label, start_min, start_max, end_min, end_max, total
CALL () {
  WITH * WHERE 'link' IN $kinds UNWIND $accounts AS uid
  MATCH (n:Account {uid: uid})-[e:SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY]-(o)
  WHERE ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
    AND ($see.Account IS NULL OR coalesce(o.owner, '') IN $see.Account) RETURN n, e, o, o.uid IN $accounts AS inside
  UNION ALL
  WITH * WHERE 'link' IN $kinds UNWIND $contacts AS uid
  MATCH (n:Contact {uid: uid})-[e:REPORTS_TO|RELATED_TO]-(o)
  WHERE ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
    AND ($see.Contact IS NULL OR coalesce(o.owner, '') IN $see.Contact) RETURN n, e, o, o.uid IN $contacts AS inside
  UNION ALL
  WITH * WHERE 'own' IN $kinds UNWIND $contacts AS uid
  MATCH (n:Contact {uid: uid})<-[e:IS]-(o) WHERE $see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact
  RETURN n, e, o, o.uid IN $users AS inside
  UNION ALL
  WITH * WHERE 'own' IN $kinds UNWIND $users AS uid
  MATCH (n:User {uid: uid})-[e:IS]->(o) WHERE $see.Contact IS NULL OR coalesce(o.owner, '') IN $see.Contact
  RETURN n, e, o, o.uid IN $contacts AS inside
}
WITH DISTINCT e, o, inside WHERE coalesce(e.start_min <= $on, true) AND ($q IS NULL OR toLower(o.name) CONTAINS $q)
WITH e, true IN collect(inside) AS inside WHERE inside OR NOT $among
WITH e, startNode(e) AS a, endNode(e) AS b, type(e) AS type
ORDER BY coalesce(e.end_max > $on, true) DESC, type, e.start_min DESC, e.uid
WITH collect([e, a, b, type]) AS found
UNWIND found AS one WITH size(found) AS total, one[0] AS e, one[1] AS a, one[2] AS b, one[3] AS type
SKIP $skip LIMIT $limit
RETURN e.uid AS uid, CASE type WHEN 'IS' THEN 'own' ELSE 'link' END AS kind, toLower(labels(a)[0]) AS from_type,
  a.uid AS from_uid, toLower(labels(b)[0]) AS to_type, b.uid AS to_uid,
  CASE WHEN type <> 'IS' THEN toLower(type) + coalesce(': ' + e.relation, '') END AS label, e.start_min AS start_min,
  e.start_max AS start_max, e.end_min AS end_min, e.end_max AS end_max, total
