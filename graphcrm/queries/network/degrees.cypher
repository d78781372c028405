// How many edges of each kind some records have: all that are stored, and what is seen of them where these are few.
// mode: read
// params: accounts, contacts, leads, users, on, before, most, limit, see
// rows: type, uid, kind, stored, seen
CALL () {
  UNWIND $accounts AS uid MATCH (n:Account {uid: uid}) RETURN n
  UNION ALL
  UNWIND $contacts AS uid MATCH (n:Contact {uid: uid}) RETURN n
  UNION ALL
  UNWIND $leads AS uid MATCH (n:Lead {uid: uid}) RETURN n
  UNION ALL
  UNWIND $users AS uid MATCH (n:User {uid: uid}) RETURN n
}
CALL (n) {
  WITH n, COUNT { (n)-[:WORKS_AT]-() } AS stored
  RETURN 'job' AS kind, stored, CASE WHEN stored <= $most THEN COUNT { (n)-[e:WORKS_AT]-(o)
    WHERE e.start_min <= $on AND e.carried_from IS NULL
      AND ($see[labels(o)[0]] IS NULL OR coalesce(o.owner, '') IN $see[labels(o)[0]]) } END AS seen
  UNION ALL
  WITH n, COUNT { (n)-[:KNOWS|RATES]-() } AS stored WHERE NOT n:Lead
  RETURN 'tie' AS kind, stored, CASE WHEN stored <= $most THEN COUNT { MATCH (n)-[e:KNOWS|RATES]-(o)
    WHERE coalesce(e.first_at, e.at) < $before AND NOT EXISTS { (n)-[:IS]-(o) }
      AND (o:User OR $see.Contact IS NULL OR coalesce(o.owner, '') IN $see.Contact) RETURN DISTINCT o } END AS seen
  UNION ALL
  WITH n, COUNT { (n)<-[:INTERACTED_WITH]-() } AS stored WHERE n:Lead
  RETURN 'tie' AS kind, stored, CASE WHEN stored <= $most THEN COUNT { MATCH (n)<-[e:INTERACTED_WITH]-(o)
    WHERE e.at < $before RETURN DISTINCT o } END AS seen
  UNION ALL
  WITH n, COUNT { (n)-[:ASSIGNED_TO]-(o) WHERE NOT o:Opportunity|Campaign|Task } AS stored
  RETURN 'owner' AS kind, stored, CASE WHEN stored <= $most THEN COUNT { (n)-[e:ASSIGNED_TO]-(o)
    WHERE NOT o:Opportunity|Campaign|Task AND coalesce(e.start <= $on, true) AND ($see[labels(o)[0]] IS NULL
      OR coalesce(o.owner, '') IN $see[labels(o)[0]]) } END AS seen
}
RETURN toLower(labels(n)[0]) AS type, n.uid AS uid, kind, stored, seen
LIMIT $limit
