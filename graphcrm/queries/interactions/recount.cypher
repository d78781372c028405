// Count the people of events anew where that is left to us, and say which pairs their ties depend on.
// mode: write
// params: events
// rows: pairs
UNWIND $events AS event
MATCH (u)-[i:INTERACTED_WITH {event: event}]->(p) USING INDEX i:INTERACTED_WITH(event)
SET i.rev = i.rev  // takes the lock before they are counted
WITH event, collect(DISTINCT u) AS users, collect(DISTINCT p) AS others, collect(i) AS parts
UNWIND parts AS i
WITH i, size(users) + size(others) AS people, startNode(i) AS u, endNode(i) AS p WHERE i.counted
SET i.participants = people
RETURN collect(DISTINCT CASE WHEN p:Contact THEN {user: u.uid, contact: p.uid} END) AS pairs
