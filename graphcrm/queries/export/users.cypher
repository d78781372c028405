// A page of users in the order of their uids, with those that went into the trash after `since`.
// mode: read
// params: after, since, limit
// rows: found
MATCH (n:User) WHERE n.uid > $after AND coalesce(n.deleted_at >= $since, true)
WITH n ORDER BY n.uid LIMIT $limit
// One record, because each costs a driver more than what is in it.
RETURN collect([n.uid, n {.*, created_at: null, updated_at: null},
  [(n)-[r:HAS_HANDLE]->(h) | [h.kind, h.value, r.label, r.primary]],
  [(n)-[:MEMBER_OF]->(t) | t.name], [(n)-[:IS]->(c) | c.uid]]) AS found
