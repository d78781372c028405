// A page of tasks in the order of their uids, with those that went into the trash after `since`.
// mode: read
// params: after, since, limit
// rows: found
MATCH (n:Task) WHERE n.uid > $after AND coalesce(n.deleted_at >= $since, true)
WITH n ORDER BY n.uid LIMIT $limit
// One record, because each costs a driver more than what is in it; and times as text, which is faster to send.
RETURN collect([n.uid, n {.*, created_at: null, updated_at: null, due_on: toString(n.due_on),
  first_on: toString(n.first_on), done_at: toString(n.done_at)},
  [(n)-[:ABOUT]->(r) | [labels(r)[0], r.uid]],
  [(n)-[:TAGGED]->(g) WHERE g.removed_at IS NULL | g.name]]) AS found
