// All pairs' parts in one event with all their properties, those that are set aside too.
// mode: read
// params: event, limit
// rows: user, label, person, aside, props
CALL () {
  MATCH (u:User)-[i:INTERACTED_WITH {event: $event}]->(p) USING INDEX i:INTERACTED_WITH(event) RETURN u, i, p
  UNION ALL
  MATCH (u:User)-[i:TRASHED {event: $event}]->(p) USING INDEX i:TRASHED(event) RETURN u, i, p
}
RETURN u.uid AS user, CASE WHEN p:Lead THEN 'Lead' ELSE 'Contact' END AS label, p.uid AS person,
  i:TRASHED AS aside, i {.*, type: null} AS props
ORDER BY user, label, person LIMIT $limit
