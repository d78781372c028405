// Forget attempts that failed before a moment.
// mode: write
// params: before, limit
// rows: forgotten
MATCH (a:Attempts) WHERE a.at < $before
WITH a LIMIT $limit
DELETE a
RETURN count(*) AS forgotten
