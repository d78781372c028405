// Segments of active users whose size was not yet kept on a day.
// mode: read
// params: day, after, limit
// rows: uid, kind, conditions, owner, role
MATCH (s:Segment) WHERE s.uid > $after
MATCH (s)<-[:ASKS]-(u) WHERE coalesce(u.active, true) AND s.removed_at IS NULL
  AND NOT any(size IN coalesce(s.sizes, []) WHERE size STARTS WITH $day)
RETURN s.uid AS uid, s.kind AS kind, s.conditions AS conditions, u.uid AS owner, u.role AS role
ORDER BY uid LIMIT $limit
