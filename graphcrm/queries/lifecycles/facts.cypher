// What we know of some accounts and contacts, and of those of some opportunities, that says how far they are with us.
// mode: read
// params: records, on, counted, limit, see
// rows: label, uid, name, owner, lifecycle, since, trail, added, proposed, wins, first_won, last_won, open, converted, last, answered
UNWIND $records AS one
CALL (one) {
  WITH one WHERE one[0] = 'Account' MATCH (n:Account {uid: one[1]}) RETURN n
  UNION ALL
  WITH one WHERE one[0] = 'Contact' MATCH (n:Contact {uid: one[1]}) RETURN n
  UNION ALL
  WITH one WHERE one[0] = 'Opportunity' MATCH (:Opportunity {uid: one[1]})-[:OFFERED_TO|INVOLVES]->(n) RETURN n
}
WITH DISTINCT n WHERE n.deleted_at IS NULL AND NOT coalesce(n.placeholder, false)
  AND ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
CALL (n) {
  OPTIONAL MATCH (n)<-[:OFFERED_TO|INVOLVES]-(o:Opportunity) WHERE o.deleted_at IS NULL
    AND ($see.Opportunity IS NULL OR coalesce(o.owner, '') IN $see.Opportunity)
  WITH o, CASE WHEN o.status = 'won' THEN date(o.closed_at) END AS won
  RETURN count(won) AS wins, min(won) AS first_won, max(won) AS last_won,
    count(CASE WHEN coalesce(o.status, 'open') = 'open' THEN o END) AS open
}
CALL (n) {
  OPTIONAL MATCH (n)<-[e:CONVERTED_TO]-(l) WHERE $see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead
  RETURN date(max(e.at)) AS converted
}
CALL (n) {  // with the contact, or with those who are at the account, while they were there
  CALL (n) {
    WITH n WHERE n:Contact RETURN n AS c, date({year: 1}) AS since
    UNION ALL
    MATCH (n)<-[w:WORKS_AT]-(c) WHERE w.start_min <= $on AND $on < w.end_max
      AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    RETURN c, w.start_min AS since LIMIT $counted  // of a giant a part tells enough
  }
  OPTIONAL MATCH (c)<-[k:KNOWS]-() WHERE since <= date(k.last_at)
  RETURN date(max(k.last_at)) AS last, date(max(CASE WHEN k.heat_in IS NOT NULL THEN k.last_at END)) AS answered
}
RETURN labels(n)[0] AS label, n.uid AS uid, n.name AS name, n.owner AS owner, n.lifecycle AS lifecycle,
  n.lifecycle_since AS since, n.lifecycle_trail AS trail, date(n.created_at) AS added, n.proposed AS proposed,
  wins, first_won, last_won, open, converted, last, answered LIMIT $limit
