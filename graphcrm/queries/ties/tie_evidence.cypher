// What a tie's strength and its explanation need, for some (user, contact) pairs, or for all who know a contact.
// mode: read
// params: pairs, contact, before, limit, see
// rows: user, user_name, contact, contact_name, heat_out, heat_in, counted_to, rating, rated_at, count, first_at, last_at, channels, employers, interactions
OPTIONAL MATCH (c:Contact {uid: $contact})<-[k:KNOWS|RATES]-(w:User)
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) AND coalesce(k.first_at, k.at) < $before
  AND coalesce(w.active, true) AND NOT EXISTS { (w)-[:IS]->(c) }
WITH collect(DISTINCT [w.uid, c.uid]) AS known
UNWIND $pairs + known AS pair
MATCH (u:User {uid: pair[0]}), (x:Contact {uid: pair[1]})
OPTIONAL MATCH (u)-[k:KNOWS]->(x)
OPTIONAL MATCH (u)-[r:RATES]->(x) WHERE r.at < $before
CALL (u, x) {
  OPTIONAL MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE i.at < $before
  WITH i.channel AS channel, count(i) AS n, min(i.at) AS first_at, max(i.at) AS last_at
  RETURN sum(n) AS count, min(first_at) AS first_at, max(last_at) AS last_at,
    [c IN collect([channel, n]) WHERE c[1] > 0] AS channels
}
CALL (x, last_at) {  // where the contact worked on the day of the last interaction, the primary job first
  MATCH (x)-[w:WORKS_AT]->(a) WHERE w.start_min <= date(last_at) AND date(last_at) < w.end_max
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  WITH a, w ORDER BY w.carried_from IS NOT NULL, coalesce(w.primary, false) DESC, w.start_min DESC, a.uid
  RETURN collect([a.uid, a.name]) AS employers
}
CALL (u, x, k) {  // the sums on KNOWS hold for the moment only when all of it lies before
  MATCH (u)-[i:INTERACTED_WITH]->(x) WHERE k.last_at >= $before AND i.at < $before
  RETURN collect([toString(i.at), i.channel, i.participants, i.direction]) AS interactions
}
RETURN u.uid AS user, u.name AS user_name, x.uid AS contact, x.name AS contact_name,
  k.heat_out AS heat_out, k.heat_in AS heat_in, toString(k.last_at) AS counted_to, r.value AS rating,
  toString(r.at) AS rated_at, count, toString(first_at) AS first_at, toString(last_at) AS last_at, channels,
  employers, interactions
LIMIT $limit
