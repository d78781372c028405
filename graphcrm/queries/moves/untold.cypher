// Which of some jobs began a move that nobody was told of yet.
// mode: read
// params: jobs, limit
// rows: uid
UNWIND $jobs AS job
WITH job WHERE NOT EXISTS { (:MoveNews {uid: job}) }
RETURN job AS uid LIMIT $limit
