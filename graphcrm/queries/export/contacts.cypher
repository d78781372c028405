// A page of contacts in the order of their uids, with those that went into the trash after `since`.
// mode: read
// params: after, since, limit
// rows: found
MATCH (n:Contact) WHERE n.uid > $after AND coalesce(n.deleted_at >= $since, true)
WITH n ORDER BY n.uid LIMIT $limit
// One record, because each costs a driver more than what is in it; and days as text, which is faster to send.
RETURN collect([n.uid, n {.*, created_at: null, updated_at: null, birthday: toString(n.birthday),
    lifecycle_since: toString(n.lifecycle_since)},
  [(n)-[r:HAS_HANDLE]->(h) | [h.kind, h.value, r.label, r.primary]],
  [(n)-[:TAGGED]->(g) WHERE g.removed_at IS NULL | g.name]]) AS found
