// Entries of the audit log, the latest first: all, or those of a record, a user, or an action.
// mode: read
// params: record, user, action, first, before, limit
// rows: seq, at, user, user_name, action, what, records, change, address, request, hash
CALL () {
  WITH * WHERE $record IS NOT NULL
  MATCH (o:Audited {of: $record}) WHERE $first <= o.seq < $before
  MATCH (a:Audit {seq: o.seq})
  WHERE ($user IS NULL OR a.user = $user) AND ($action IS NULL OR a.action = $action)
  RETURN DISTINCT a, o.seq AS seq ORDER BY seq DESC LIMIT $limit
UNION ALL
  WITH * WHERE $record IS NULL AND $user IS NOT NULL
  MATCH (a:Audit {user: $user}) WHERE $first <= a.seq < $before AND ($action IS NULL OR a.action = $action)
  RETURN a, a.seq AS seq ORDER BY seq DESC LIMIT $limit
UNION ALL
  WITH * WHERE $record IS NULL AND $user IS NULL AND $action IS NOT NULL
  MATCH (a:Audit {action: $action}) WHERE $first <= a.seq < $before
  RETURN a, a.seq AS seq ORDER BY seq DESC LIMIT $limit
UNION ALL
  WITH * WHERE $record IS NULL AND $user IS NULL AND $action IS NULL
  MATCH (a:Audit) WHERE $first <= a.seq < $before
  RETURN a, a.seq AS seq ORDER BY seq DESC LIMIT $limit
}
OPTIONAL MATCH (u:User {uid: a.user})
RETURN seq, a.at AS at, a.user AS user, u.name AS user_name, a.action AS action, coalesce(a.what, []) AS what,
  coalesce(a.records, []) AS records, a.change AS change, a.address AS address, a.request AS request, a.hash AS hash
ORDER BY seq DESC
