// Give times in other zones than Z the same moment in Z.
// mode: write
// params: limit
// rows: written
CALL () {
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task|User|Team) RETURN n
  UNION ALL
  MATCH ()-[n:INTERACTED_WITH|RATES|WORKS_AT|ASSIGNED_TO|CONVERTED_TO|ATTENDS]->() RETURN n
}
UNWIND ['created_at', 'updated_at', 'deleted_at', 'at', 'recorded_at', 'done_at',
  'stage_since', 'closed_at', 'asked_at', 'answered_at', 'solved_at', 'waiting_since', 'answer_by', 'solve_by',
  'clock'] AS name
WITH n, name, n[name] AS t
WHERE CASE WHEN t IS :: ZONED DATETIME NOT NULL THEN t.timezone <> 'Z' ELSE false END
WITH n, name LIMIT $limit
SET n.rev = coalesce(n.rev, null)  // takes the lock before it is read
WITH n, name, n[name] AS t
SET n[name] = datetime({datetime: t, timezone: 'Z'})
RETURN count(*) AS written
