// The interactions that a lead took part in.
// mode: read
// params: lead, limit
// rows: event
MATCH (l:Lead {uid: $lead})<-[i:INTERACTED_WITH]-()
WITH DISTINCT i.event AS event ORDER BY event LIMIT $limit
RETURN event
