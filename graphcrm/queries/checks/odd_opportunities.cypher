// Opportunities whose stage, status, reason, amount and trail do not go together.
// mode: read
// params: statuses, limit
// rows: where, what
MATCH (n:Opportunity)
OPTIONAL MATCH (s:Stage {uid: n.stage})
WITH n, coalesce(s.status, $statuses[n.stage]) AS status, coalesce(n.status, 'open') AS now
UNWIND [
  CASE WHEN status IS NULL THEN 'there is no stage ' + coalesce(n.stage, 'that it is in') END,
  CASE WHEN status <> now THEN 'it is ' + now + ', and its stage ' + status END,
  CASE WHEN now = 'open' AND n.closed_at IS NOT NULL THEN 'it is open, and says when it was closed' END,
  CASE WHEN now = 'lost' AND n.lost_reason IS NULL THEN 'it is lost for no reason' END,
  CASE WHEN now <> 'lost' AND n.lost_reason IS NOT NULL THEN 'it says why it was lost, and is not' END,
  CASE WHEN now <> 'won' AND n.won_reason IS NOT NULL THEN 'it says why it was won, and is not' END,
  CASE WHEN (n.amount IS NULL) <> (n.currency IS NULL) THEN 'of its amount and its currency one is missing' END,
  CASE WHEN split(n.trail[-1], ' ')[0] <> n.stage THEN 'it came to ' + n.trail[-1] + ', and is in ' + n.stage END
] AS what
WITH n, what WHERE what IS NOT NULL
RETURN ['Opportunity ' + coalesce(n.uid, '')] AS where, what
ORDER BY where, what LIMIT $limit
