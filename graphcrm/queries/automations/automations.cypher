// The automations of a user, or one of them, or all that run, by their uids.
// mode: read
// params: user, uid, active, after, limit
// rows: uid, name, of, parameters, task, task_days, task_for, assign_to, notify, template, active, looked_at, failed, rev, author, author_name, role
MATCH (u:User)-[:AUTOMATES]->(a)
WHERE ($user IS NULL OR u.uid = $user) AND ($uid IS NULL OR a.uid = $uid) AND a.uid > $after AND a.removed_at IS NULL
  AND ($active IS NULL OR coalesce(a.active, false) = $active)
  AND ($active IS NULL OR (u.deleted_at IS NULL AND coalesce(u.active, true)))
RETURN a.uid AS uid, a.name AS name, a.of AS of, coalesce(a.parameters, '') AS parameters, a.task AS task,
  a.task_days AS task_days, a.task_for AS task_for, a.assign_to AS assign_to, a.notify AS notify,
  a.template AS template, coalesce(a.active, false) AS active, a.looked_at AS looked_at, a.failed AS failed,
  a.rev AS rev, u.uid AS author, u.name AS author_name, u.role AS role
ORDER BY uid LIMIT $limit
