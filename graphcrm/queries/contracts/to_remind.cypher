// The contracts of which a task is to remind their owner on a day, and has not yet.
// mode: read
// params: on, limit
// rows: uid, due
MATCH (n:Contract) WHERE n.remind_on <= $on AND n.due >= toString($on) AND n.deleted_at IS NULL
  AND n.owner IS NOT NULL AND coalesce(n.reminded_for, '') <> n.due
RETURN n.uid AS uid, n.due AS due ORDER BY due, uid LIMIT $limit
