// Entries of the audit log, the latest first, along the one index whose key is not null, that have all asked for.
// mode: read
// params: record, of_user, of_action, of_all, user, action, first, before, limit
// rows: seq, at, user, user_name, action, what, records, change, address, request, hash
CALL () {
  MATCH (o:Audited {of: $record}) WHERE $first <= o.seq < $before
  WITH o ORDER BY o.of DESC, o.seq DESC
  MATCH (a:Audit {seq: o.seq})
  WHERE ($user IS NULL OR a.user = $user) AND ($action IS NULL OR a.action = $action)
  RETURN a LIMIT $limit
UNION ALL
  MATCH (a:Audit {user: $of_user}) WHERE $first <= a.seq < $before AND ($action IS NULL OR a.action = $action)
  RETURN a ORDER BY a.user DESC, a.seq DESC LIMIT $limit  // so the planner sees that the index has them in order
UNION ALL
  MATCH (a:Audit {action: $of_action}) WHERE $first <= a.seq < $before
  RETURN a ORDER BY a.action DESC, a.seq DESC LIMIT $limit
UNION ALL
  MATCH (a:Audit) WHERE $first <= a.seq < $of_all
  RETURN a ORDER BY a.seq DESC LIMIT $limit
}
OPTIONAL MATCH (u:User {uid: a.user})
RETURN a.seq AS seq, a.at AS at, a.user AS user, u.name AS user_name, a.action AS action, coalesce(a.what, []) AS what,
  coalesce(a.records, []) AS records, a.change AS change, a.address AS address, a.request AS request, a.hash AS hash
ORDER BY seq DESC
