// The parts of us in what we had to do with one contact between two moments, the latest first.
// mode: read
// params: contact, since, before, limit, see
// rows: event, at, user, user_name, channel, direction, topics
MATCH (c:Contact {uid: $contact})<-[i:INTERACTED_WITH]-(u:User)
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) AND $since <= i.at AND i.at < $before
WITH i, u ORDER BY i.at DESC, i.uid LIMIT $limit
CALL (i) {  // one private pair makes the words of the event private
  WITH i, size(i.topics) AS words WHERE words > 0  // topics may be sealed: how many there are is not
  MATCH ()-[part:INTERACTED_WITH {event: i.event}]->() USING INDEX part:INTERACTED_WITH(event)
  RETURN true IN collect(part.private) AS private
}
RETURN i.event AS event, i.at AS at, u.uid AS user, u.name AS user_name, coalesce(i.channel, 'other') AS channel,
  coalesce(i.direction, 'both') AS direction, CASE WHEN private THEN [] ELSE coalesce(i.topics, []) END AS topics
ORDER BY at DESC, event, user
