// Shared workplaces too large to search: accounts over the cap where people at the target have worked.
// mode: read
// params: target, on, cap, limit
// rows: account, name, people
MATCH (t:Account {uid: $target})<-[w3:WORKS_AT]-(y)
WHERE w3.start_min <= $on AND w3.end_max > $on
MATCH (y)-[w2:WORKS_AT]->(a)
WHERE w2.start_min < $on AND NOT coalesce(a.placeholder, false)
WITH DISTINCT a, COUNT { (a)<-[:WORKS_AT]-() } AS people
WHERE people > $cap
RETURN a.uid AS account, a.name AS name, people
ORDER BY people DESC, account LIMIT $limit
