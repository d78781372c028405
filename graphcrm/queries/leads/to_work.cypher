// The leads that one user has to work: never spoken to first, then those not spoken to for the longest.
// mode: read
// params: user, on, before, done, limit, see
// rows: uid, name, company_name, title, status, since, last_at
MATCH (u:User {uid: $user})<-[o:ASSIGNED_TO]-(l:Lead)
WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true) AND NOT coalesce(l.status, 'new') IN $done
  AND ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead)
CALL (l) {
  MATCH (l)<-[i:INTERACTED_WITH]-() WHERE i.at < $before
  RETURN max(i.at) AS last_at
}
RETURN l.uid AS uid, l.name AS name, l.company_name AS company_name, l.title AS title,
  coalesce(l.status, 'new') AS status, o.start AS since, last_at
ORDER BY last_at IS NOT NULL, last_at, since, uid LIMIT $limit
