// How many links of each type some records have each way, of those that had begun by a day.
// mode: read
// params: accounts, contacts, users, on, limit, see
// rows: type, uid, link, outward, number
CALL () {
  UNWIND $accounts AS uid MATCH (n:Account {uid: uid})-[e:SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY]-(o)
  WHERE e.start_min <= $on AND ($see.Account IS NULL OR coalesce(o.owner, '') IN $see.Account) RETURN n, e
  UNION ALL
  UNWIND $contacts AS uid MATCH (n:Contact {uid: uid})-[e:REPORTS_TO|RELATED_TO]-(o)
  WHERE e.start_min <= $on AND ($see.Contact IS NULL OR coalesce(o.owner, '') IN $see.Contact) RETURN n, e
  UNION ALL
  UNWIND $contacts AS uid MATCH (n:Contact {uid: uid})<-[e:IS]-() RETURN n, e
  UNION ALL
  UNWIND $users AS uid MATCH (n:User {uid: uid})-[e:IS]->(o)
  WHERE $see.Contact IS NULL OR coalesce(o.owner, '') IN $see.Contact RETURN n, e
}
RETURN toLower(labels(n)[0]) AS type, n.uid AS uid, toLower(type(e)) AS link, startNode(e) = n AS outward,
  count(e) AS number
ORDER BY type, uid, link, outward LIMIT $limit
