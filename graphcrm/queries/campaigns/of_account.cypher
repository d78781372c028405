// The campaigns that people of one account, who may be there on a day, are asked to or come to, the latest first.
// mode: read
// params: account, on, looked, limit, see
// rows: uid, name, kind, start_on, asked, came
MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(c)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) AND w.start_min <= $on AND $on < w.end_max
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
WITH c LIMIT $looked  // of a giant a part tells enough
WITH DISTINCT c
CALL (c) {  // as themselves, or as the lead that they were
  RETURN c AS n
  UNION ALL
  MATCH (c)<-[:CONVERTED_TO]-(l) WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead) RETURN l AS n
}
MATCH (n)-[t:ATTENDS]->(g) WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign)
WITH g, c, max(t.status = 'attended') AS came
WITH g, count(*) AS asked, count(CASE WHEN came THEN 1 END) AS came
RETURN g.uid AS uid, g.name AS name, g.kind AS kind, g.start_on AS start_on, asked, came
ORDER BY start_on IS NULL, start_on DESC, name, uid LIMIT $limit
