// Accounts and contacts whose lifecycle, its first day and the states that they came to do not go together.
// mode: read
// params: limit
// rows: where, what
MATCH (n:Account|Contact)
WHERE n.lifecycle_trail IS NOT NULL OR n.lifecycle_since IS NOT NULL OR n.customer_since IS NOT NULL
WITH n, split(n.lifecycle_trail[-1], ' ') AS last
UNWIND [
  CASE WHEN last IS NULL THEN 'it says since when it is so far, and not how far it was' END,
  CASE WHEN last[0] <> coalesce(n.lifecycle, 'none') THEN
    'it is ' + coalesce(n.lifecycle, 'none') + ', and came to ' + n.lifecycle_trail[-1] + ' last' END,
  CASE WHEN last IS NOT NULL AND coalesce(toString(n.lifecycle_since), '') <> coalesce(left(last[1] + '-01-01', 10), '')
    THEN 'it came to ' + n.lifecycle_trail[-1] + ' last, and says another day' END
] AS what
WITH n, what WHERE what IS NOT NULL
RETURN [labels(n)[0] + ' ' + coalesce(n.uid, '')] AS where, what
ORDER BY where, what LIMIT $limit
