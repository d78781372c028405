// Take the write locks of all pairs' parts in some events, in the order of their uids, and read them.
// mode: write
// params: events
// rows: found
UNWIND $events AS event
MATCH (u:User)-[i:INTERACTED_WITH {event: event}]->(p)
WITH u, i, p ORDER BY i.uid
SET i.rev = coalesce(i.rev, 1)  // takes the lock before anything is read
// One record, because each costs a driver more than what is in it.
RETURN collect([i.event, u.uid, CASE WHEN p:Lead THEN 'Lead' ELSE 'Contact' END, p.uid, i {.*}]) AS found
