// A page of campaigns in the order of their uids, with those that went into the trash after `since`.
// mode: read
// params: after, since, limit
// rows: found
MATCH (n:Campaign) WHERE n.uid > $after AND coalesce(n.deleted_at >= $since, true)
WITH n ORDER BY n.uid LIMIT $limit
// One record, because each costs a driver more than what is in it; and days as text, which is faster to send.
RETURN collect([n.uid, n {.*, created_at: null, updated_at: null, start_on: toString(n.start_on),
  end_on: toString(n.end_on)}]) AS found
