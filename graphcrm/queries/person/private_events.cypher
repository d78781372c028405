// Which of some interactions are private, and who of us took part in each, whoever is in the trash.
// mode: read
// params: events, limit
// rows: event, users
UNWIND $events AS event
CALL (event) {
  MATCH (u:User)-[i:INTERACTED_WITH {event: event}]->() USING INDEX i:INTERACTED_WITH(event) RETURN u, i
  UNION ALL
  MATCH (u:User)-[i:TRASHED {event: event}]->() USING INDEX i:TRASHED(event) RETURN u, i
}
WITH event, collect(DISTINCT u.uid) AS users, true IN collect(i.private) AS private
WHERE private  // one private pair makes the event private
RETURN event, users LIMIT $limit
