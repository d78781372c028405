// The interactions with people of one account while it was their employer, before a moment, latest first.
// mode: read
// params: account, before, since, channel, direction, user, noted, after, limit, see
// rows: uid, event, at, user, user_name, contact, name, channel, direction, participants, subject, outcome, private, topics, notes
MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(c)<-[i:INTERACTED_WITH]-(u)
WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  AND w.carried_from IS NULL AND w.start_min <= date(i.at) AND date(i.at) < w.end_max AND i.at < $before
  AND ($after IS NULL OR i.at < $after[0] OR (i.at = $after[0] AND i.event + ' ' + i.uid > $after[1]))
  AND ($channel IS NULL OR coalesce(i.channel, 'other') = $channel)
  AND ($direction IS NULL OR coalesce(i.direction, 'both') = $direction)
  AND ($user IS NULL OR u.uid = $user) AND ($since IS NULL OR i.at >= $since)
WITH a, w, c, i, u ORDER BY i.at DESC, i.event, i.uid
WHERE NOT EXISTS {  // another employer of that day stands before this one
  (c)-[v:WORKS_AT]->(b) WHERE b <> a AND v.carried_from IS NULL AND v.start_min <= date(i.at) AND date(i.at) < v.end_max
    AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
    AND (coalesce(v.primary, false) AND NOT coalesce(w.primary, false)
      OR coalesce(v.primary, false) = coalesce(w.primary, false)
        AND (v.start_min > w.start_min OR (v.start_min = w.start_min AND b.uid < a.uid)))
}
WITH DISTINCT c, i, u LIMIT $limit
CALL (i) {  // one private pair makes the event private
  MATCH ()-[part:INTERACTED_WITH {event: i.event}]->() USING INDEX part:INTERACTED_WITH(event)
  RETURN true IN collect(part.private) AS private
}
RETURN i.uid AS uid, i.event AS event, i.at AS at, u.uid AS user, u.name AS user_name, c.uid AS contact, c.name AS name,
  i.channel AS channel, i.direction AS direction, i.participants AS participants,
  CASE WHEN private THEN null ELSE i.subject END AS subject, CASE WHEN private THEN null ELSE i.outcome END AS outcome,
  private, CASE WHEN private THEN [] ELSE coalesce(i.topics, []) END AS topics,
  CASE WHEN $noted AND NOT private THEN i.notes END AS notes
ORDER BY at DESC, event, uid
