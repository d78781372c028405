// Every active user who has a tie with one contact, for tie_evidence to explain.
// mode: read
// params: contact, before, limit, see_contacts
// rows: user, contact
MATCH (c:Contact {uid: $contact})<-[k:KNOWS|RATES]-(u:User)
WHERE ($see_contacts IS NULL OR coalesce(c.owner, '') IN $see_contacts) AND coalesce(k.first_at, k.at) < $before
  AND coalesce(u.active, true) AND NOT EXISTS { (u)-[:IS]->(c) }
RETURN DISTINCT u.uid AS user, c.uid AS contact
ORDER BY user LIMIT $limit
