// What an automation did, the latest first, with the records as far as they may be seen.
// mode: read
// params: uid, after, limit, see
// rows: uid, at, label, of, name, did
MATCH (:Automation {uid: $uid})-[:RAN]->(r) WHERE ($after IS NULL OR r.uid < $after) AND size(r.did) > 0
WITH r ORDER BY r.uid DESC LIMIT $limit
CALL (r) {
  OPTIONAL MATCH (it:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task {uid: r.of})
  WHERE r.label IN labels(it) AND it.deleted_at IS NULL
    AND ($see[labels(it)[0]] IS NULL OR coalesce(it.owner, '') IN $see[labels(it)[0]])
  RETURN collect(it.name)[0] AS name
}
RETURN r.uid AS uid, r.at AS at, r.label AS label, r.of AS of, name, r.did AS did
ORDER BY uid DESC
