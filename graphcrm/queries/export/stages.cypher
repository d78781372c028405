// A page of the stages that somebody has said anything of, in the order of their keys.
// mode: read
// params: after, limit
// rows: found
MATCH (s:Stage) WHERE s.uid > $after
WITH s ORDER BY s.uid LIMIT $limit
RETURN collect([s.uid, s.name, s.status, s.probability, s.position, coalesce(s.retired, false)]) AS found
