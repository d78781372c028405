// Set aside the parts of some events of whom somebody is in the trash.
// mode: write
// params: events
// rows: moved
UNWIND $events AS event
MATCH (u:User)-[e:INTERACTED_WITH {event: event}]->(p) USING INDEX e:INTERACTED_WITH(event)
WHERE u.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL
CREATE (u)-[t:TRASHED]->(p)
SET t = properties(e), t.type = 'INTERACTED_WITH'
DELETE e
RETURN count(t) AS moved
