// Count the people of events anew where that is left to us, and say which pairs their ties depend on.
// mode: write
// params: events
// rows: pairs
UNWIND $events AS event
MATCH (u)-[i:INTERACTED_WITH {event: event}]->(p) USING INDEX i:INTERACTED_WITH(event)
SET i.rev = coalesce(i.rev, null)  // takes the lock before they are counted
WITH event, collect(i) AS parts, collect(u) + collect(p) AS there
CALL (event) {  // who is in the trash took part all the same
  MATCH (a)-[t:TRASHED {event: event}]->(b) USING INDEX t:TRASHED(event)
  RETURN collect(a) + collect(b) AS aside
}
CALL (there, aside) {
  UNWIND there + aside AS person
  RETURN count(DISTINCT person) AS people
}
UNWIND parts AS i
WITH i, people, startNode(i) AS u, endNode(i) AS p WHERE i.counted
SET i.participants = people
RETURN collect(DISTINCT CASE WHEN p:Contact THEN {user: u.uid, contact: p.uid} END) AS pairs
