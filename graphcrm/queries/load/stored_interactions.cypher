// All pairs' parts in some events.
// mode: read
// params: events
// rows: event, user, label, person, at, props
UNWIND $events AS event
MATCH (u:User)-[i:INTERACTED_WITH {event: event}]->(p)
RETURN event, u.uid AS user, CASE WHEN p:Lead THEN 'Lead' ELSE 'Contact' END AS label, p.uid AS person,
  toString(i.at) AS at, i {.*, recorded_at: null, at: null} AS props
