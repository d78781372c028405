// One page of the handles in the order of their uids.
// mode: read
// params: after, limit
// rows: found
MATCH (h:Handle) WHERE h.uid > $after
WITH h ORDER BY h.uid LIMIT $limit
RETURN collect([h.uid, h.kind, h.value]) AS found  // one record: each costs a driver more than what is in it
