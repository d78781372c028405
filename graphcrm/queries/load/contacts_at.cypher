// Everybody who has a job at some accounts, or at one that these succeed, of all times.
// mode: read
// params: accounts
// rows: contacts
UNWIND $accounts AS account
MATCH (:Account {uid: account})<-[:SUCCEEDED_BY]-{0,1}(a)
MATCH (a)<-[:WORKS_AT]-(c)
RETURN collect(DISTINCT c.uid) AS contacts  // one record: each costs a driver more than what is in it
