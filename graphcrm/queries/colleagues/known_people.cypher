// How many people are known to have worked at some accounts.
// mode: read
// params: accounts, on, limit, see_contacts
// rows: account, people
UNWIND $accounts AS account
MATCH (:Account {uid: account})<-[w:WORKS_AT]-(x) WHERE w.start_min <= $on
  AND ($see_contacts IS NULL OR coalesce(x.owner, '') IN $see_contacts)
RETURN account, count(DISTINCT x) AS people
LIMIT $limit
