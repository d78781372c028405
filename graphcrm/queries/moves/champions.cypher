// The moves that a user was told of, the latest first: who, from where to where, and what was open where they were.
// mode: read
// params: user, state, after_on, after_uid, deals_most, limit, see
// rows: uid, moved_on, start, contact, name, asked_not, from_account, from_name, to_account, to_name, title, role, why, state, done_at, lifecycle, owned, placeholder, deals
MATCH (:User {uid: $user})<-[t:TELLS]-(n)
WHERE t.state = $state
  AND ($after_on IS NULL OR n.moved_on < $after_on OR n.moved_on = $after_on AND n.uid > $after_uid)
WITH t, n ORDER BY n.moved_on DESC, n.uid
CALL (n) {  // of what is in the trash, or is no job any more, there is no news
  MATCH (n)-[:FOR]->(c)-[w:WORKS_AT]->(b)
  WHERE w.uid = n.uid AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
  MATCH (n)-[:LEFT]->(a)
  WHERE a.deleted_at IS NULL AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN a, b, c, w
}
WITH t, n, a, b, c, w ORDER BY n.moved_on DESC, n.uid LIMIT $limit
CALL (a, c) {
  MATCH (c)<-[i:INVOLVES]-(o)-[:OFFERED_TO]->(a)
  WHERE i.role = 'decision_maker' AND o.status = 'open'
    AND ($see.Opportunity IS NULL OR coalesce(o.owner, '') IN $see.Opportunity)
  WITH o ORDER BY o.name, o.uid
  RETURN collect([o.uid, o.name])[..$deals_most] AS deals
}
RETURN n.uid AS uid, n.moved_on AS moved_on, w.start AS start, c.uid AS contact, c.name AS name,
  coalesce(c.do_not_contact, false) AS asked_not, a.uid AS from_account, a.name AS from_name, b.uid AS to_account,
  b.name AS to_name, w.title AS title, w.role AS role, t.why AS why, t.state AS state, t.done_at AS done_at,
  b.lifecycle AS lifecycle, b.owner IS NOT NULL AS owned, coalesce(b.placeholder, false) AS placeholder, deals
ORDER BY moved_on DESC, uid
