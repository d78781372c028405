// The interactions with one lead before a moment, latest first.
// mode: read
// params: lead, before, since, channel, direction, user, noted, after, limit, see
// rows: uid, event, at, user, user_name, channel, direction, participants, private, subject, outcome, employer, employer_name, topics, notes
MATCH (l:Lead {uid: $lead})<-[i:INTERACTED_WITH]-(u:User)
WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead) AND i.at < $before
  AND ($after IS NULL OR i.at < $after[0] OR (i.at = $after[0] AND i.event + ' ' + i.uid > $after[1]))
  AND ($channel IS NULL OR coalesce(i.channel, 'other') = $channel)
  AND ($direction IS NULL OR coalesce(i.direction, 'both') = $direction)
  AND ($user IS NULL OR u.uid = $user) AND ($since IS NULL OR i.at >= $since)
WITH i, u ORDER BY i.at DESC, i.event, i.uid LIMIT $limit
CALL (i) {  // one private pair makes the event private
  MATCH ()-[part:INTERACTED_WITH {event: i.event}]->() USING INDEX part:INTERACTED_WITH(event)
  RETURN true IN collect(part.private) AS private
}
RETURN i.uid AS uid, i.event AS event, i.at AS at, u.uid AS user, u.name AS user_name, i.channel AS channel,
  i.direction AS direction, i.participants AS participants, private,
  CASE WHEN private THEN null ELSE i.subject END AS subject,
  CASE WHEN private THEN null ELSE i.outcome END AS outcome,
  null AS employer, null AS employer_name,
  CASE WHEN private THEN [] ELSE coalesce(i.topics, []) END AS topics,
  CASE WHEN $noted AND NOT private THEN i.notes END AS notes
ORDER BY at DESC, event, uid
