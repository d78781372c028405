// The accounts that follow those of some contacts' jobs, or some accounts; locked, so that theirs can be read.
// mode: write
// params: contacts, accounts
// rows: accounts
CALL () {
  UNWIND $contacts AS contact
  MATCH (:Contact {uid: contact})-[w:WORKS_AT]->(a) WHERE w.carried_from IS NULL
  RETURN a
  UNION
  UNWIND $accounts AS account
  MATCH (a:Account {uid: account})
  RETURN a
}
MATCH (a)-[:SUCCEEDED_BY]->(b)
WITH DISTINCT b ORDER BY b.uid
SET b.rev = coalesce(b.rev, 1)
RETURN collect(b.uid) AS accounts
