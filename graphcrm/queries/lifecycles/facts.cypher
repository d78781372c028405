// What we know of some accounts and contacts that says how far they are with us; wins are those since they were last lost.
// mode: read
// params: records, on, counted, limit, see
// rows: label, uid, name, owner, lifecycle, since, trail, added, proposed, wins, first_won, last_won, open, opened, converted, last, answered, lost, partial
UNWIND $records AS one
CALL (one) {
  WITH one WHERE one[0] = 'Account' MATCH (n:Account {uid: one[1]}) RETURN n
  UNION ALL
  WITH one WHERE one[0] = 'Contact' MATCH (n:Contact {uid: one[1]}) RETURN n
}
WITH n, date([was IN n.lifecycle_trail WHERE was STARTS WITH 'lost ' | split(was, ' ')[1]][-1]) AS lost
WHERE n.deleted_at IS NULL AND NOT coalesce(n.placeholder, false)
  AND ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
CALL (n, lost) {
  OPTIONAL MATCH (n)<-[:OFFERED_TO|INVOLVES]-(o:Opportunity) WHERE o.deleted_at IS NULL
    AND ($see.Opportunity IS NULL OR coalesce(o.owner, '') IN $see.Opportunity)
  WITH CASE WHEN o.status = 'won' AND coalesce(lost < date(o.closed_at), true) THEN date(o.closed_at) END AS won,
    CASE WHEN coalesce(o.status, 'open') = 'open' THEN o END AS o
  RETURN count(won) AS wins, min(won) AS first_won, max(won) AS last_won, count(o) AS open,
    date(max(coalesce(o.stage_since, o.created_at))) AS opened
}
CALL (n) {
  OPTIONAL MATCH (n)<-[e:CONVERTED_TO]-(l) WHERE $see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead
  RETURN date(max(e.at)) AS converted
}
CALL (n) {  // with the contact, or with those who are or were at the account, while they were there
  CALL (n) {
    WITH n WHERE n:Contact RETURN n AS c, null AS w, date({year: 1}) AS since, date({year: 9999}) AS until
    UNION ALL
    MATCH (n)<-[w:WORKS_AT]-(c) WHERE w.start_min <= $on
      AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    RETURN c, w, w.start_min AS since, w.end_max AS until LIMIT $counted
  }
  OPTIONAL MATCH (c)<-[k:KNOWS]-() WHERE since <= date(k.last_at) AND date(k.first_at) < until
  WITH w, until, k.heat_in AS heat_in, date(k.last_at) AS talked
  RETURN max(CASE WHEN talked >= until THEN until ELSE talked END) AS last, count(DISTINCT w) = $counted AS partial,
    max(CASE WHEN heat_in IS NOT NULL AND $on < until THEN talked END) AS answered
}
RETURN labels(n)[0] AS label, n.uid AS uid, n.name AS name, n.owner AS owner, n.lifecycle AS lifecycle,
  n.lifecycle_since AS since, n.lifecycle_trail AS trail, date(n.created_at) AS added, n.proposed AS proposed,
  wins, first_won, last_won, open, opened, converted, last, answered, lost, partial LIMIT $limit
