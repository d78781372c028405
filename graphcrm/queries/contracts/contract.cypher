// One contract by uid, with all that is recorded of it, what it is tied to, and whose it is.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, number, description, status, amount, currency, payment_terms, start, end, signed_on, renewal, notice_on, remind_days, due, rev, external_id, source, created_at, updated_at, deleted_at, custom, account, contacts, opportunity, owner
MATCH (n:Contract {uid: $uid}) WHERE ($see.Contract IS NULL OR coalesce(n.owner, '') IN $see.Contract)
CALL (n) {
  MATCH (n)-[:OF_ACCOUNT]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN collect([a.uid, a.name])[0] AS account
}
CALL (n) {
  MATCH (n)-[i:INVOLVES]->(c) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  WITH i, c ORDER BY c.name, c.uid
  RETURN collect([c.uid, c.name, i.role, coalesce(c.do_not_contact, false)]) AS contacts
}
CALL (n) {
  MATCH (n)-[:CAME_OF]->(d) WHERE ($see.Opportunity IS NULL OR coalesce(d.owner, '') IN $see.Opportunity)
  RETURN collect([d.uid, d.name])[0] AS opportunity
}
CALL (n) {
  MATCH (n)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
RETURN n.uid AS uid, n.name AS name, n.number AS number, n.description AS description,
  coalesce(n.status, 'draft') AS status, n.amount AS amount, n.currency AS currency,
  n.payment_terms AS payment_terms, n.start AS start, n.end AS end, n.signed_on AS signed_on, n.renewal AS renewal,
  n.notice_on AS notice_on, n.remind_days AS remind_days, coalesce(n.due, '~') AS due, coalesce(n.rev, 1) AS rev,
  n.external_id AS external_id, n.source AS source, n.created_at AS created_at, n.updated_at AS updated_at,
  n.deleted_at AS deleted_at, [key IN keys(n) WHERE key STARTS WITH 'x_' | [key, n[key]]] AS custom, account,
  contacts, opportunity, owner
LIMIT $limit
