// What a user is told of, the latest first, with what it is about as far as they may see that.
// mode: read
// params: user, after, limit, see
// rows: uid, at, kind, change, by, by_name, label, of, name, unread
MATCH (:User {uid: $user})<-[e:UNREAD_BY|READ_BY]-(n) WHERE $after IS NULL OR n.uid < $after
WITH n, type(e) = 'UNREAD_BY' AS unread ORDER BY n.uid DESC LIMIT $limit
OPTIONAL MATCH (by:User {uid: n.by})
CALL (n) {
  OPTIONAL MATCH (it:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task {uid: n.of})
  WHERE n.label IN labels(it) AND it.deleted_at IS NULL
    AND ($see[labels(it)[0]] IS NULL OR coalesce(it.owner, '') IN $see[labels(it)[0]])
  RETURN collect(it.name)[0] AS name
}
RETURN n.uid AS uid, n.at AS at, n.kind AS kind, n.change AS change, n.by AS by, by.name AS by_name,
  n.label AS label, n.of AS of, name, unread
ORDER BY uid DESC
