// Note on service requests whose clock has run out that their owners, who are active, are told: of each moment once.
// mode: write
// params: now, limit
// rows: uid, owner
MATCH (n:ServiceRequest) WHERE n.clock < $now AND n.uid IS NOT NULL AND n.deleted_at IS NULL
  AND coalesce(n.told_of, '') <> toString(n.clock)
MATCH (u:User {uid: n.owner}) WHERE coalesce(u.active, true) AND u.deleted_at IS NULL
WITH n ORDER BY n.clock, n.uid LIMIT $limit
SET n.rev = coalesce(n.rev, null)  // takes the lock before anything is read: of two that look at once one tells
WITH n WHERE n.clock < $now AND n.deleted_at IS NULL AND n.owner IS NOT NULL
  AND coalesce(n.told_of, '') <> toString(n.clock)
SET n.told_of = toString(n.clock)
RETURN n.uid AS uid, n.owner AS owner
