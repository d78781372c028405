// What a user is told of, the latest first, with what it is about as far as they may see that.
// mode: read
// params: user, after, limit, see
// rows: uid, at, kind, change, by, by_name, label, of, name, unread
MATCH (:User {uid: $user})<-[e:UNREAD_BY|READ_BY]-(n) WHERE $after IS NULL OR n.uid < $after
WITH n, type(e) = 'UNREAD_BY' AS unread ORDER BY n.uid DESC LIMIT $limit
OPTIONAL MATCH (by:User {uid: n.by})
CALL (n) {
  OPTIONAL MATCH (a:Account {uid: n.of}) WHERE n.label = 'Account'
  OPTIONAL MATCH (c:Contact {uid: n.of}) WHERE n.label = 'Contact'
  OPTIONAL MATCH (l:Lead {uid: n.of}) WHERE n.label = 'Lead'
  OPTIONAL MATCH (o:Opportunity {uid: n.of}) WHERE n.label = 'Opportunity'
  OPTIONAL MATCH (g:Campaign {uid: n.of}) WHERE n.label = 'Campaign'
  OPTIONAL MATCH (t:Task {uid: n.of}) WHERE n.label = 'Task'
  WITH coalesce(a, c, l, o, g, t) AS it WHERE it.deleted_at IS NULL
    AND ($see[labels(it)[0]] IS NULL OR coalesce(it.owner, '') IN $see[labels(it)[0]])
  RETURN collect(it.name)[0] AS name
}
RETURN n.uid AS uid, n.at AS at, n.kind AS kind, n.change AS change, n.by AS by, by.name AS by_name,
  n.label AS label, n.of AS of, name, unread
ORDER BY uid DESC
