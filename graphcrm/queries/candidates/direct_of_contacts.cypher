// Which of some contacts are at the target, best bound first.
// mode: read
// params: contacts, ties, target, on, model, limit, see
// rows: target_contact, relevance, bound
MATCH (t:Account {uid: $target})
MATCH (y:Contact) WHERE y.uid IN $contacts
WITH t, y  // the known side first: nobody knows as many people as a large account employs
MATCH (y)-[w:WORKS_AT]->(b)
WHERE ($see.Contact IS NULL OR coalesce(y.owner, '') IN $see.Contact)
  AND b = t AND w.start_min <= $on AND w.end_max > $on
WITH y, max(coalesce($model.relevance[w.role], $model.relevance_other)) AS relevance, max(w.verified_on) AS verified
// `ties` maps the contacts to the most that a tie with them can be
WITH y, relevance, $ties[y.uid] * relevance * reduce(factor = 1.0, s IN $model.stale | CASE
    WHEN duration.inDays(verified, $on).days > s.days AND s.factor < factor THEN s.factor ELSE factor END) AS bound
RETURN y.uid AS target_contact, relevance, bound
ORDER BY bound DESC, target_contact LIMIT $limit
