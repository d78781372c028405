// What a user has to do by a day: the open tasks that are theirs, what is due first before all others.
// mode: read
// params: user, until, limit, see
// rows: uid, name, kind, priority, due_on, due_time, repeats, every, about
MATCH (t:Task {owner: $user, status: 'open'}) WHERE t.due_on <= $until AND t.deleted_at IS NULL
  AND ($see.Task IS NULL OR coalesce(t.owner, '') IN $see.Task)
WITH t ORDER BY t.due_on, coalesce(t.due_time, '~'), t.name, t.uid LIMIT $limit
CALL (t) {
  MATCH (t)-[:ABOUT]->(n) WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  WITH n ORDER BY labels(n)[0], n.name, n.uid
  RETURN collect([CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END, n.uid, n.name,
    coalesce(n.do_not_contact, false)]) AS about
}
RETURN t.uid AS uid, t.name AS name, t.kind AS kind, t.priority AS priority, t.due_on AS due_on,
  t.due_time AS due_time, t.repeats AS repeats, t.every AS every, about
ORDER BY due_on, coalesce(due_time, '~'), name, uid
