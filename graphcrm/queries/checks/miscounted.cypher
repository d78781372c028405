// Events whose people were counted, and are others now; where some are in the trash or erased, more may be said.
// mode: read
// params: limit
// rows: where, what
MATCH ()-[i:INTERACTED_WITH]->() WHERE i.counted
WITH DISTINCT i.event AS event
CALL (event) {
  MATCH (u)-[i:INTERACTED_WITH {event: event}]->(p)
  WITH collect(DISTINCT u) + collect(DISTINCT p) AS people, collect(CASE WHEN i.counted THEN i.participants END) AS said
  RETURN people, said, size(people) AS number
}
WITH * WHERE any(n IN said WHERE n < number) OR (any(n IN said WHERE n > number)
  AND NOT EXISTS { MATCH (x)-[t:TRASHED]-() WHERE x IN people AND t.event = event }
  AND NOT EXISTS { MATCH (r:Revision) WHERE r.action = 'purge' })
RETURN [event] AS where, 'it has ' + number + ' people, and says other' AS what ORDER BY where LIMIT $limit
