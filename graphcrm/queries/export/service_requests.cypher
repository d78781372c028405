// A page of service requests in the order of their uids, with those that went into the trash after `since`.
// mode: read
// params: after, since, limit
// rows: found
MATCH (n:ServiceRequest) WHERE n.uid > $after AND coalesce(n.deleted_at >= $since, true)
WITH n ORDER BY n.uid LIMIT $limit
// One record, because each costs a driver more than what is in it; and times as text, which is faster to send.
RETURN collect([n.uid, n {.*, created_at: null, updated_at: null, clock: null, asked_at: toString(n.asked_at),
  answered_at: toString(n.answered_at), solved_at: toString(n.solved_at), waiting_since: toString(n.waiting_since),
  answer_by: toString(n.answer_by), solve_by: toString(n.solve_by)},
  [(n)-[:OF_ACCOUNT]->(a) | a.uid][0], [(n)-[i:INVOLVES]->(c) | [c.uid, i.role]],
  [(n)-[:CAME_OF]->(d) | d.uid][0]]) AS found
