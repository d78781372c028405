// A page of contracts in the order of their uids, with those that went into the trash after `since`.
// mode: read
// params: after, since, limit
// rows: found
MATCH (n:Contract) WHERE n.uid > $after AND coalesce(n.deleted_at >= $since, true)
WITH n ORDER BY n.uid LIMIT $limit
// One record, because each costs a driver more than what is in it; and times as text, which is faster to send.
RETURN collect([n.uid, n {.*, created_at: null, updated_at: null, start_min: null, start_max: null, end_min: null,
  end_max: null, remind_on: null, signed_on: toString(n.signed_on), notice_on: toString(n.notice_on)},
  [(n)-[:OF_ACCOUNT]->(a) | a.uid][0], [(n)-[i:INVOLVES]->(c) | [c.uid, i.role]],
  [(n)-[:CAME_OF]->(d) | d.uid][0]]) AS found
