// All pairs' parts in one event, each contact with the employer of that day.
// mode: read
// params: event, limit, see
// rows: event, user, user_name, type, person, person_name, employer, employer_name, props
MATCH (u:User)-[i:INTERACTED_WITH {event: $event}]->(p) USING INDEX i:INTERACTED_WITH(event)
WHERE ($see[labels(p)[0]] IS NULL OR coalesce(p.owner, '') IN $see[labels(p)[0]])
CALL (p, i) {
  OPTIONAL MATCH (p)-[w:WORKS_AT]->(a)
  WHERE w.carried_from IS NULL AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    AND w.start_min <= date(i.at) AND date(i.at) < w.end_max
  WITH a, w ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, a.uid
  RETURN collect(a)[0] AS employer
}
RETURN i.event AS event, u.uid AS user, u.name AS user_name, toLower(labels(p)[0]) AS type, p.uid AS person,
  p.name AS person_name, employer.uid AS employer, employer.name AS employer_name, i {.*} AS props
ORDER BY user_name, user, person_name, person LIMIT $limit
