// Keep on opportunities what the board, the forecast and their lists read of an index alone: each of it is never empty.
// mode: write
// params: rows
// rows: kept
UNWIND $rows AS row
MATCH (n:Opportunity {uid: row.uid})
SET n.rev = coalesce(n.rev, null)  // takes the lock before anything is read
SET n.lane = CASE WHEN n.deleted_at IS NULL AND coalesce(n.status, 'open') = 'open' THEN n.stage END,
  n.due = coalesce(toString(n.expected_close), '~'), n.whose = coalesce(n.owner, ''), n.coin = coalesce(n.currency, ''),
  n.worth = coalesce(n.amount, -1.0), n.chance = coalesce(n.probability, -1)
RETURN count(n) AS kept
