// The interactions with one contact before a moment, latest first, with the employer of that day.
// mode: read
// params: contact, before, since, channel, direction, user, noted, after, limit, see
// rows: uid, event, at, user, user_name, channel, direction, participants, private, subject, outcome, employer, employer_name, topics, notes
MATCH (c:Contact {uid: $contact})<-[i:INTERACTED_WITH]-(u:User)
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) AND i.at < $before
  AND ($after IS NULL OR i.at < $after[0] OR (i.at = $after[0] AND i.event + ' ' + i.uid > $after[1]))
  AND ($channel IS NULL OR coalesce(i.channel, 'other') = $channel)
  AND ($direction IS NULL OR coalesce(i.direction, 'both') = $direction)
  AND ($user IS NULL OR u.uid = $user) AND ($since IS NULL OR i.at >= $since)
WITH c, i, u ORDER BY i.at DESC, i.event, i.uid LIMIT $limit
CALL (i) {  // one private pair makes the event private
  MATCH ()-[part:INTERACTED_WITH {event: i.event}]->() USING INDEX part:INTERACTED_WITH(event)
  RETURN true IN collect(part.private) AS private
}
CALL (c, i) {
  OPTIONAL MATCH (c)-[w:WORKS_AT]->(a)
  WHERE w.carried_from IS NULL AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    AND w.start_min <= date(i.at) AND date(i.at) < w.end_max
  WITH a, w ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, a.uid
  RETURN collect(a)[0] AS employer
}
RETURN i.uid AS uid, i.event AS event, i.at AS at, u.uid AS user, u.name AS user_name, i.channel AS channel,
  i.direction AS direction, i.participants AS participants, private,
  CASE WHEN private THEN null ELSE i.subject END AS subject,
  CASE WHEN private THEN null ELSE i.outcome END AS outcome,
  employer.uid AS employer, employer.name AS employer_name,
  CASE WHEN private THEN [] ELSE coalesce(i.topics, []) END AS topics,
  CASE WHEN $noted AND NOT private THEN i.notes END AS notes
ORDER BY at DESC, event, uid
