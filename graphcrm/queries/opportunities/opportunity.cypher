// One opportunity by uid, with all that is recorded of it, whom it is offered to, who has a part in it, and whose it is.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, description, stage, status, amount, currency, probability, expected_close, won_reason, lost_reason, stage_since, closed_at, trail, rev, external_id, source, created_at, updated_at, deleted_at, custom, account, contacts, left, owner
MATCH (n:Opportunity {uid: $uid}) WHERE ($see.Opportunity IS NULL OR coalesce(n.owner, '') IN $see.Opportunity)
CALL (n) {
  MATCH (n)-[:OFFERED_TO]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN collect([a.uid, a.name])[0] AS account
}
CALL (n) {
  MATCH (n)-[i:INVOLVES]->(c) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  WITH i, c ORDER BY c.name, c.uid
  RETURN collect([c.uid, c.name, i.role, coalesce(c.do_not_contact, false)]) AS contacts
}
CALL (n) {  // who decided, was at the account, and is no more
  MATCH (n)-[:OFFERED_TO]->(a)<-[w:WORKS_AT]-(c)<-[i:INVOLVES]-(n)
  WHERE i.role = 'decision_maker' AND w.end_max <= $on
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    AND NOT EXISTS { (c)-[v:WORKS_AT]->(a) WHERE $on < v.end_max }
  RETURN collect(DISTINCT c.uid) AS left
}
CALL (n) {
  MATCH (n)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
RETURN n.uid AS uid, n.name AS name, n.description AS description, n.stage AS stage,
  coalesce(n.status, 'open') AS status, n.amount AS amount, n.currency AS currency, n.probability AS probability,
  n.expected_close AS expected_close, n.won_reason AS won_reason, n.lost_reason AS lost_reason,
  n.stage_since AS stage_since, n.closed_at AS closed_at, coalesce(n.trail, []) AS trail, coalesce(n.rev, 1) AS rev,
  n.external_id AS external_id, n.source AS source, n.created_at AS created_at, n.updated_at AS updated_at,
  n.deleted_at AS deleted_at, [key IN keys(n) WHERE key STARTS WITH 'x_' | [key, n[key]]] AS custom,
  account, contacts, left, owner
LIMIT $limit
