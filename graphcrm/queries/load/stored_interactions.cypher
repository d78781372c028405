// All pairs' parts in some events.
// mode: read
// params: events
// rows: found
UNWIND $events AS event
MATCH (u:User)-[i:INTERACTED_WITH {event: event}]->(p) USING INDEX i:INTERACTED_WITH(event)
// Without the hint a plan made while the store was empty begins at the users, and reads all of theirs for each event.
// One record, because each costs a driver more than what is in it; and instants as text, which is faster to send.
RETURN collect([event, u.uid, CASE WHEN p:Lead THEN 'Lead' ELSE 'Contact' END, p.uid,
  toString(i.at), i {.*, recorded_at: null, at: null}]) AS found
