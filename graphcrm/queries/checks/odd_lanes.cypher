// Opportunities on which another lane, day, worth, chance or owner is kept for the board than follows from their fields.
// mode: read
// params: limit
// rows: where, what
MATCH (n:Opportunity)
WITH n, [CASE WHEN n.deleted_at IS NULL AND coalesce(n.status, 'open') = 'open' THEN n.stage ELSE '' END,
    coalesce(toString(n.expected_close), '~'), coalesce(n.owner, ''), coalesce(n.currency, ''),
    toString(coalesce(n.amount, -1.0)), toString(coalesce(n.probability, -1))] AS should,
  [coalesce(n.lane, ''), n.due, n.whose, n.coin, toString(n.worth), toString(n.chance)] AS kept
WITH n, [one IN kept | coalesce(one, 'nothing')] AS kept, [one IN should | coalesce(one, '')] AS should
WHERE should <> kept
RETURN ['Opportunity ' + n.uid] AS where,
  'it is kept as ' + reduce(all = '', one IN kept | all + "'" + one + "' ") + 'for the board' AS what
ORDER BY where LIMIT $limit
