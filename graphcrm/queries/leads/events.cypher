// The interactions that a lead took part in, those set aside too.
// mode: read
// params: lead, limit
// rows: event
MATCH (l:Lead {uid: $lead})<-[i:INTERACTED_WITH|TRASHED]-() WHERE i.event IS NOT NULL
WITH DISTINCT i.event AS event ORDER BY event LIMIT $limit
RETURN event
