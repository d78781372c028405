// A page of the assignments of all that has an owner, in the order of their uids.
// mode: read
// params: after, limit
// rows: found
MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task)-[s:ASSIGNED_TO]->(u:User)
WHERE s.uid > $after
WITH n, s, u ORDER BY s.uid LIMIT $limit
RETURN collect([s.uid, labels(n)[0], n.uid, u.uid,
  s {.*, recorded_at: null, start: toString(s.start), end: toString(s.end)}]) AS found
