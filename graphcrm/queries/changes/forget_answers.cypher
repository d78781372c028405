// Forget the answers kept for who asks again that name a record, or that its history has the change of.
// mode: write
// params: label, uid
// rows: forgotten
MATCH (k:IdempotencyKey)
WITH k, split(split(k.headers, '"Change-Id": "')[1], '"')[0] AS change
WHERE k.answer CONTAINS '"' + $uid + '"'
  OR EXISTS { (:Revision {change: change})-[:ON]->(:History {uid: $label + ' ' + $uid}) }
DELETE k
RETURN count(*) AS forgotten
