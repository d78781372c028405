// An introduction that was asked for.
// mode: read
// params: uid, limit, see
// rows: props, asker, knower, account, people
MATCH (i:Introduction {uid: $uid})
MATCH (u:User)-[:ASKED]->(i), (i)-[:INTO]->(a), (i)-[:KNOWN_TO]->(k)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR u.uid IN $see.Contact)
  AND COUNT { (i)-[:THROUGH]->(c) WHERE $see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact } = i.hops
RETURN i {.*} AS props, [u.uid, u.name] AS asker, [k.uid, k.name] AS knower, [a.uid, a.name] AS account,
  COLLECT { MATCH (i)-[t:THROUGH]->(c)
    RETURN [c.uid, c.name, coalesce(c.do_not_contact, false)] ORDER BY t.place } AS people
LIMIT $limit
