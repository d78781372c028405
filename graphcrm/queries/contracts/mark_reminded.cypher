// Note on a contract that a task reminds its owner of a day, unless one does already, or the day is another by now.
// mode: write
// params: uid, due, on
// rows: owner, account
MATCH (n:Contract {uid: $uid})
SET n.rev = coalesce(n.rev, null)  // takes the lock before anything is read
WITH n WHERE n.deleted_at IS NULL AND n.owner IS NOT NULL AND n.due = $due AND n.remind_on <= $on
  AND coalesce(n.reminded_for, '') <> $due
MATCH (u:User {uid: n.owner}) WHERE coalesce(u.active, true) AND u.deleted_at IS NULL
SET n.reminded_for = $due
RETURN n.owner AS owner, [(n)-[:OF_ACCOUNT]->(a) | a.uid][0] AS account
