// A page of the tags that are not deleted, in the order of their uids.
// mode: read
// params: after, limit
// rows: found
MATCH (t:Tag) WHERE t.uid > $after AND t.removed_at IS NULL
WITH t ORDER BY t.uid LIMIT $limit
RETURN collect([t.uid, t.name, t.colour]) AS found  // one record: each costs a driver more than what is in it
