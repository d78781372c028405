// The tasks of a user in a span of days: those that are due in it, and those open before it that repeat, and may be due.
// mode: read
// params: user, since, until, closed, limit, see
// rows: uid, name, description, kind, priority, status, due_on, due_time, repeats, every, series, first_on, updated_at, about
CALL () {
  MATCH (t:Task {owner: $user, status: 'open'})
  WHERE t.due_on < $until AND (t.due_on >= $since OR t.repeats IS NOT NULL)
  RETURN t
  UNION ALL
  MATCH (t:Task {owner: $user}) WHERE t.status IN $closed AND $since <= t.due_on AND t.due_on < $until
  RETURN t
}
WITH t WHERE t.deleted_at IS NULL AND ($see.Task IS NULL OR coalesce(t.owner, '') IN $see.Task)
WITH t ORDER BY t.due_on, coalesce(t.due_time, '~'), t.name, t.uid LIMIT $limit
CALL (t) {
  MATCH (t)-[:ABOUT]->(n) WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  WITH n ORDER BY labels(n)[0], n.name, n.uid
  RETURN collect([CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END, n.uid, n.name,
    coalesce(n.do_not_contact, false)]) AS about
}
RETURN t.uid AS uid, t.name AS name, t.description AS description, t.kind AS kind, t.priority AS priority,
  t.status AS status, t.due_on AS due_on, t.due_time AS due_time, t.repeats AS repeats, t.every AS every,
  t.series AS series, t.first_on AS first_on, t.updated_at AS updated_at, about
ORDER BY due_on, coalesce(due_time, '~'), name, uid
