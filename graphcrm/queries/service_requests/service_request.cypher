// One service request by uid, with all that is recorded of it, what it is tied to, and whose it is.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, description, status, priority, asked_at, solution, satisfaction, satisfaction_comment, answered_at, solved_at, waiting_since, waited, answer_by, solve_by, rev, external_id, source, created_at, updated_at, deleted_at, custom, account, contacts, owner
MATCH (n:ServiceRequest {uid: $uid}) WHERE ($see.ServiceRequest IS NULL OR coalesce(n.owner, '') IN $see.ServiceRequest)
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
  MATCH (n)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
RETURN n.uid AS uid, n.name AS name, n.description AS description, coalesce(n.status, 'new') AS status,
  coalesce(n.priority, 'normal') AS priority, n.asked_at AS asked_at, n.solution AS solution,
  n.satisfaction AS satisfaction, n.satisfaction_comment AS satisfaction_comment, n.answered_at AS answered_at,
  n.solved_at AS solved_at, n.waiting_since AS waiting_since, coalesce(n.waited, 0) AS waited,
  n.answer_by AS answer_by, n.solve_by AS solve_by, coalesce(n.rev, 1) AS rev, n.external_id AS external_id,
  n.source AS source, n.created_at AS created_at, n.updated_at AS updated_at, n.deleted_at AS deleted_at,
  [key IN keys(n) WHERE key STARTS WITH 'x_' | [key, n[key]]] AS custom, account, contacts, owner
LIMIT $limit
