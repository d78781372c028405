// One task by uid, with all that is recorded of it, what it is about and whose it is on a day.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, description, kind, priority, due_on, due_time, status, done_at, outcome, repeats, every, series, rev, external_id, source, created_at, updated_at, deleted_at, custom, about, owner, tags
MATCH (t:Task {uid: $uid}) WHERE ($see.Task IS NULL OR coalesce(t.owner, '') IN $see.Task)
CALL (t) {
  MATCH (t)-[:ABOUT]->(n) WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  WITH n ORDER BY labels(n)[0], n.name, n.uid
  RETURN collect([CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END, n.uid, n.name,
    coalesce(n.do_not_contact, false)]) AS about
}
CALL (t) {
  MATCH (t)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
RETURN t.uid AS uid, t.name AS name, t.description AS description, t.kind AS kind, t.priority AS priority,
  t.due_on AS due_on, t.due_time AS due_time, coalesce(t.status, 'open') AS status, t.done_at AS done_at,
  t.outcome AS outcome, t.repeats AS repeats, t.every AS every, t.series AS series, coalesce(t.rev, 1) AS rev,
  t.external_id AS external_id, t.source AS source, t.created_at AS created_at, t.updated_at AS updated_at,
  t.deleted_at AS deleted_at, [key IN keys(t) WHERE key STARTS WITH 'x_' | [key, t[key]]] AS custom, about, owner,
  COLLECT { MATCH (t)-[:TAGGED]->(g) WHERE g.removed_at IS NULL
    RETURN {uid: g.uid, name: g.name, colour: g.colour} ORDER BY g.key } AS tags
LIMIT $limit
