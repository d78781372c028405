// Times and days that are none, or stand in another zone than Z.
// mode: read
// params: limit
// rows: where, what
CALL () {
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task|User|Team)
  RETURN labels(n)[0] + ' ' + coalesce(n.uid, '') AS at,
    [n.created_at, n.updated_at, n.deleted_at, n.done_at, n.stage_since, n.closed_at, n.asked_at, n.answered_at,
      n.solved_at, n.waiting_since, n.answer_by, n.solve_by, n.clock] AS times,
    [n.due_on, n.first_on, n.expected_close, n.signed_on, n.notice_on, n.remind_on, n.ordered_on, n.deliver_by,
      n.start_on, n.end_on] AS days
  UNION ALL
  MATCH ()-[e:INTERACTED_WITH|RATES|WORKS_AT|ASSIGNED_TO|CONVERTED_TO|ATTENDS]->()
  RETURN type(e) + ' ' + coalesce(e.uid, '') AS at, [e.at, e.recorded_at] AS times,
    CASE WHEN e:ASSIGNED_TO THEN [e.start, e.end] WHEN e:ATTENDS THEN [e.on] ELSE [] END AS days
}
WITH at, times, days
WHERE any(t IN times WHERE CASE WHEN t IS :: ZONED DATETIME THEN t.timezone <> 'Z' ELSE true END)
  OR any(d IN days WHERE NOT d IS :: DATE)
RETURN [at] AS where, 'a time of it is none, or not in zone Z' AS what ORDER BY where LIMIT $limit
