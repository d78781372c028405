// The contracts of which a task is to remind their owner, who is active, on a day, and has not yet.
// mode: read
// params: on, limit
// rows: uid, due
MATCH (n:Contract) WHERE n.remind_on <= $on AND n.due >= toString($on) AND n.deleted_at IS NULL
  AND n.owner IS NOT NULL AND coalesce(n.reminded_for, '') <> n.due
MATCH (u:User {uid: n.owner}) WHERE coalesce(u.active, true) AND u.deleted_at IS NULL
RETURN n.uid AS uid, n.due AS due ORDER BY due, uid LIMIT $limit
