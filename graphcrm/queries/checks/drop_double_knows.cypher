// Of several KNOWS of one pair, leave one.
// mode: write
// params: rows
// rows: dropped
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
WITH u, row
MATCH (c:Contact {uid: row.contact})
MATCH (u)-[k:KNOWS]->(c)
SET k.count = coalesce(k.count, null)  // takes the lock before they are counted
WITH u, c, collect(k) AS ties
UNWIND tail(ties) AS k
DELETE k
RETURN count(*) AS dropped
