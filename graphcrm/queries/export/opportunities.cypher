// A page of opportunities in the order of their uids, with those that went into the trash after `since`.
// mode: read
// params: after, since, limit
// rows: found
MATCH (n:Opportunity) WHERE n.uid > $after AND coalesce(n.deleted_at >= $since, true)
WITH n ORDER BY n.uid LIMIT $limit
// One record, because each costs a driver more than what is in it; and times as text, which is faster to send.
RETURN collect([n.uid, n {.*, created_at: null, updated_at: null, expected_close: toString(n.expected_close),
  stage_since: toString(n.stage_since), closed_at: toString(n.closed_at)},
  [(n)-[:OFFERED_TO]->(a) | a.uid][0], [(n)-[i:INVOLVES]->(c) | [c.uid, i.role]]]) AS found
