// How many keys of requests that were answered before a moment are kept still.
// mode: read
// params: before, limit
// rows: found
MATCH (k:IdempotencyKey) WHERE k.at < $before
WITH k LIMIT $limit
RETURN count(k) AS found
