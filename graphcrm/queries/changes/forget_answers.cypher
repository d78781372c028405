// Forget the answers kept for who asks again that name one of some records, or that its history has the change of.
// mode: write
// params: mark, records
// rows: forgotten
MATCH (k:IdempotencyKey)
WITH k, split(split(k.headers, '"Change-Id": "')[1], '"')[0] AS change
WITH k, any(record IN $records WHERE k.answer CONTAINS '"' + record[1] + '"' OR k.answer CONTAINS '=' + record[1])
  OR EXISTS {
    MATCH (:Revision {change: change})-[:ON]->(h) WHERE h.uid IN [record IN $records | record[0] + ' ' + record[1]]
  } AS told
WHERE told OR k.answer STARTS WITH $mark
// What is sealed is emptied, whatever it says: who asks again is told the status alone.
FOREACH (_ IN CASE WHEN told THEN [] ELSE [1] END | SET k.answer = '')
FOREACH (_ IN CASE WHEN told THEN [1] ELSE [] END | DELETE k)
RETURN count(CASE WHEN told THEN 1 END) AS forgotten
