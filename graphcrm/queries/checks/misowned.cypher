// Records on which another user is kept than the one whose they are on a day by their assignments.
// mode: read
// params: on, limit
// rows: where, what
MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task)
WHERE n.deleted_at IS NULL AND coalesce($on < n.owner_until, true)  // else it is about to be kept anew
  AND (n.owner IS NOT NULL OR EXISTS { (n)-[:ASSIGNED_TO]->() })
CALL (n) {
  OPTIONAL MATCH (n)-[s:ASSIGNED_TO]->(u)
  WHERE coalesce(s.start <= $on, true) AND coalesce($on < s.end, true)
  WITH s, u ORDER BY s.start DESC, s.uid
  RETURN collect(u.uid)[0] AS owner
}
WITH n, owner WHERE coalesce(owner, '') <> coalesce(n.owner, '')
RETURN [labels(n)[0] + ' ' + n.uid] AS where,
  'its owner is ' + coalesce(owner, 'nobody') + ', and it is kept as ' + coalesce(n.owner, 'nobody') AS what
ORDER BY where LIMIT $limit
