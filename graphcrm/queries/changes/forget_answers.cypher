// Forget the answers kept for who asks again that name a record, or that its history has the change of.
// mode: write
// params: label, mark, uid
// rows: forgotten
MATCH (k:IdempotencyKey)
WITH k, split(split(k.headers, '"Change-Id": "')[1], '"')[0] AS change
WITH k, k.answer CONTAINS '"' + $uid + '"' OR k.answer CONTAINS '=' + $uid
  OR EXISTS { (:Revision {change: change})-[:ON]->(:History {uid: $label + ' ' + $uid}) } AS told
WHERE told OR k.answer STARTS WITH $mark
// What is sealed is emptied, whatever it says: who asks again is told the status alone.
FOREACH (_ IN CASE WHEN told THEN [] ELSE [1] END | SET k.answer = '')
FOREACH (_ IN CASE WHEN told THEN [1] ELSE [] END | DELETE k)
RETURN count(CASE WHEN told THEN 1 END) AS forgotten
