// Take the write locks of some accounts and contacts, those of opportunities and what leads became, in one order, and name them.
// mode: write
// params: records
// rows: found
UNWIND $records AS one
CALL (one) {
  WITH one WHERE one[0] = 'Account' MATCH (n:Account {uid: one[1]}) RETURN n
  UNION ALL
  WITH one WHERE one[0] = 'Contact' MATCH (n:Contact {uid: one[1]}) RETURN n
  UNION ALL
  WITH one WHERE one[0] = 'Opportunity'  // in the trash, too: what was said by it is said no more
  MATCH (:Opportunity {uid: one[1]})-[:OFFERED_TO|INVOLVES|TRASHED]->(n:Account|Contact) RETURN n
  UNION ALL
  WITH one WHERE one[0] = 'Lead' MATCH (:Lead {uid: one[1]})-[:CONVERTED_TO|TRASHED]->(n:Account|Contact) RETURN n
}
WITH DISTINCT n, labels(n)[0] AS label, n.uid AS uid ORDER BY label, uid
SET n.rev = coalesce(n.rev, 1)  // takes the lock before anything is read
RETURN collect([label, uid]) AS found
