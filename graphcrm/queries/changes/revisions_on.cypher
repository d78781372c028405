// The revisions in the history of a record, the latest first.
// mode: read
// params: label, uid, after, limit, see
// rows: uid, change, kind, of, rev, action, at, by, by_name, why, before, after, undoes, private, followed, undone
MATCH (:History {uid: $label + ' ' + $uid})<-[:ON]-(r) WHERE ($after IS NULL OR r.uid < $after)
  AND (all(label IN keys($see) WHERE $see[label] IS NULL) OR NOT EXISTS {
    MATCH (r)-[:ON]->(h)
    WITH split(h.uid, ' ')[0] AS label, h.uid AS of
    MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task
      {uid: substring(of, size(label) + 1)})
    WHERE label IN labels(n) AND NOT ($see[labels(n)[0]] IS NULL
      OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  })
WITH r ORDER BY r.uid DESC LIMIT $limit
OPTIONAL MATCH (u:User {uid: r.by})
RETURN r.uid AS uid, r.change AS change, r.kind AS kind, r.of AS of, r.rev AS rev, r.action AS action, r.at AS at,
  r.by AS by, u.name AS by_name, r.why AS why, r.before AS before, r.after AS after, r.undoes AS undoes,
  coalesce(r.private, false) AS private, coalesce(r.followed, false) AS followed,
  EXISTS { MATCH (o:Revision {of: r.of}) WHERE o.undoes = r.change AND o.kind = r.kind } AS undone
ORDER BY uid DESC
