// How many people are known to have worked at some accounts.
// mode: read
// params: accounts, on, limit, see
// rows: account, people
UNWIND $accounts AS account
MATCH (:Account {uid: account})<-[w:WORKS_AT]-(x) WHERE w.start_min <= $on
  AND ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact)
RETURN account, count(DISTINCT x) AS people
LIMIT $limit
