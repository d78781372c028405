// The introductions that were asked for, the latest first: all that are seen, or those of a state, a user.
// mode: read
// params: state, asker, after, limit, see
// rows: props, asker, knower, account, people
MATCH (i:Introduction) WHERE i.uid < $after AND ($state IS NULL OR i.state = $state)
MATCH (u:User)-[:ASKED]->(i), (i)-[:INTO]->(a), (i)-[:KNOWN_TO]->(k)
WHERE ($asker IS NULL OR u.uid = $asker)
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR u.uid IN $see.Contact)
  AND COUNT { (i)-[:THROUGH]->(c) WHERE $see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact } = i.hops
WITH i, u, a, k ORDER BY i.uid DESC LIMIT $limit
RETURN i {.*} AS props, [u.uid, u.name] AS asker, [k.uid, k.name] AS knower, [a.uid, a.name] AS account,
  COLLECT { MATCH (i)-[t:THROUGH]->(c)
    RETURN [c.uid, c.name, coalesce(c.do_not_contact, false)] ORDER BY t.place } AS people
ORDER BY i.uid DESC
