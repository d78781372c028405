// Some people of one account as of a day, with their jobs there, for the end of a path.
// mode: read
// params: target, contacts, on, limit, see
// rows: contact, name, jobs
UNWIND $contacts AS contact
MATCH (y:Contact {uid: contact})-[w:WORKS_AT]->(t:Account {uid: $target})
WHERE w.start_min <= $on AND w.end_max > $on AND ($see.Contact IS NULL OR coalesce(y.owner, '') IN $see.Contact)
WITH y, w ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
RETURN y.uid AS contact, y.name AS name,
  collect([w.title, w.role, w.verified_on, w.start_max <= $on AND $on < w.end_min]) AS jobs
LIMIT $limit
