// What speaks for an account: its size, how those of its industry ended, what is open, won and runs, the last contact.
// mode: read
// params: uid, on, before, most, limit, see
// rows: employee_count, size_band, industry, others_won, others_lost, open, won, contracts, last_at
MATCH (a:Account {uid: $uid}) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
CALL (a) {
  MATCH (b:Account) WHERE b.industry = a.industry AND b.name IS NOT NULL AND b.uid IS NOT NULL AND b <> a
    AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
  WITH b LIMIT $most
  MATCH (b)<-[:OFFERED_TO]-(o) WHERE o.status IN ['won', 'lost']
    AND ($see.Opportunity IS NULL OR coalesce(o.owner, '') IN $see.Opportunity)
  RETURN sum(CASE o.status WHEN 'won' THEN 1 ELSE 0 END) AS others_won,
    sum(CASE o.status WHEN 'lost' THEN 1 ELSE 0 END) AS others_lost
}
CALL (a) {
  MATCH (a)<-[:OFFERED_TO]-(o) WHERE ($see.Opportunity IS NULL OR coalesce(o.owner, '') IN $see.Opportunity)
  RETURN sum(CASE o.status WHEN 'open' THEN 1 ELSE 0 END) AS open,
    sum(CASE o.status WHEN 'won' THEN 1 ELSE 0 END) AS won
}
CALL (a) {
  MATCH (a)<-[:OF_ACCOUNT]-(c:Contract) WHERE c.status = 'active' AND c.start_min <= $on AND $on < c.end_max
    AND ($see.Contract IS NULL OR coalesce(c.owner, '') IN $see.Contract)
  RETURN count(c) AS contracts
}
CALL (a) {
  MATCH (a)<-[w:WORKS_AT]-(x) WHERE w.start_min <= $on AND $on < w.end_max
    AND ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact)
  WITH DISTINCT x LIMIT $most
  MATCH (x)<-[k:KNOWS]-(u) WHERE k.first_at < $before AND NOT EXISTS { (u)-[:IS]->(me) WHERE me = x }
  CALL (u, x, k) {  // what is kept on KNOWS holds only where all of it lies before the moment
    MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE k.last_at >= $before AND i.at < $before
    RETURN max(i.at) AS last
  }
  RETURN max(CASE WHEN k.last_at >= $before THEN last ELSE k.last_at END) AS last_at
}
RETURN a.employee_count AS employee_count, a.size_band AS size_band, a.industry AS industry, others_won, others_lost,
  open, won, contracts, last_at LIMIT $limit
