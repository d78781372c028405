// Everybody who has a job at some accounts, of all times, carried over or not.
// mode: read
// params: accounts
// rows: contacts
UNWIND $accounts AS account
MATCH (:Account {uid: account})<-[:WORKS_AT]-(c)
RETURN collect(DISTINCT c.uid) AS contacts  // one record: each costs a driver more than what is in it
