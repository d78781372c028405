// Jobs that had begun by a day: among some contacts and accounts, or all of either (null), current first.
// mode: read
// params: contacts, accounts, q, on, before, skip, limit, see
// rows: uid, kind, from_type, from_uid, to_type, to_uid, label, start_min, start_max, end_min, end_max, total
CALL () {
  UNWIND $contacts AS uid
  MATCH (c:Contact {uid: uid})-[w:WORKS_AT]->(a) WHERE $accounts IS NULL OR a.uid IN $accounts
  RETURN c, w, a, a.name AS other, 0.0 AS heat
  UNION ALL
  WITH * WHERE $contacts IS NULL
  UNWIND $accounts AS uid
  MATCH (a:Account {uid: uid})<-[w:WORKS_AT]-(c)
  RETURN c, w, a, c.name AS other,
    COLLECT { MATCH (c)<-[k:KNOWS]-() WHERE k.first_at < $before RETURN coalesce(k.heat, -1e6) AS heat
      ORDER BY heat DESC LIMIT 1 }[0] AS heat
}
WITH * WHERE w.start_min <= $on AND w.carried_from IS NULL AND ($q IS NULL OR toLower(other) CONTAINS $q)
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
WITH c, w, a ORDER BY w.end_max > $on DESC, coalesce(heat, -1e9) DESC, w.start_min DESC, w.uid
WITH collect([c, w, a]) AS found
UNWIND found AS one WITH size(found) AS total, one[0] AS c, one[1] AS w, one[2] AS a SKIP $skip LIMIT $limit
RETURN w.uid AS uid, 'job' AS kind, 'contact' AS from_type, c.uid AS from_uid, 'account' AS to_type, a.uid AS to_uid,
  w.title AS label, w.start_min AS start_min, w.start_max AS start_max, w.end_min AS end_min, w.end_max AS end_max,
  total
