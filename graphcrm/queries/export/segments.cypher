// A page of the segments that are not deleted, in the order of their uids.
// mode: read
// params: after, limit
// rows: found
MATCH (s:Segment) WHERE s.uid > $after AND s.removed_at IS NULL
MATCH (s)<-[:ASKS]-(u:User)
WITH s, u ORDER BY s.uid LIMIT $limit
RETURN collect([s.uid, u.uid, s.name, s.kind, s.conditions, coalesce(s.shared, false), coalesce(s.sizes, [])]) AS found
