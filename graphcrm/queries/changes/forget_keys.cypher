// Forget the keys of requests that were answered before a moment.
// mode: write
// params: before, limit
// rows: forgotten
MATCH (k:IdempotencyKey) WHERE k.at < $before
WITH k LIMIT $limit
DELETE k
RETURN count(*) AS forgotten
