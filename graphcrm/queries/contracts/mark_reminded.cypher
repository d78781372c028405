// Note on a contract that a task reminds of a day, unless one does already, or the day is another by now.
// mode: write
// params: uid, due, on
// rows: name, owner, account
MATCH (n:Contract {uid: $uid})
SET n.rev = coalesce(n.rev, null)  // takes the lock before anything is read
WITH n WHERE n.deleted_at IS NULL AND n.owner IS NOT NULL AND n.due = $due AND n.remind_on <= $on
  AND coalesce(n.reminded_for, '') <> $due
SET n.reminded_for = $due
RETURN n.name AS name, n.owner AS owner, [(n)-[:OF_ACCOUNT]->(a) | a.uid][0] AS account
