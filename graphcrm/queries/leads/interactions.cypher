// The interactions with one lead before a moment, latest first.
// mode: read
// params: lead, before, after_at, after_uid, limit
// rows: uid, event, at, user, user_name, channel, direction, participants, subject, outcome, employer, employer_name
MATCH (l:Lead {uid: $lead})<-[i:INTERACTED_WITH]-(u:User)
WHERE i.at < $before AND ($after_at IS NULL OR i.at < $after_at OR (i.at = $after_at AND i.uid > $after_uid))
RETURN i.uid AS uid, i.event AS event, i.at AS at, u.uid AS user, u.name AS user_name, i.channel AS channel,
  i.direction AS direction, i.participants AS participants,
  CASE WHEN coalesce(i.private, false) THEN null ELSE i.subject END AS subject,
  CASE WHEN coalesce(i.private, false) THEN null ELSE i.outcome END AS outcome,
  null AS employer, null AS employer_name
ORDER BY at DESC, uid LIMIT $limit
