// What is of two accounts, or came of two opportunities, or in which a contact has a part twice, set aside or not.
// mode: read
// params: limit
// rows: where, what
MATCH (o:Opportunity|Contract|Order|ServiceRequest)
MATCH (o)-[e:OFFERED_TO|OF_ACCOUNT|INVOLVES|CAME_OF|TRASHED]->(n:Account|Contact|Opportunity)
WHERE n:Contact OR NOT e:TRASHED  // to one in the trash, and to another since
WITH o, CASE WHEN n:Contact THEN 'INVOLVES' WHEN n:Opportunity THEN 'CAME_OF' WHEN o:Opportunity THEN 'OFFERED_TO'
  ELSE 'OF_ACCOUNT' END AS type, CASE WHEN n:Contact THEN n.uid END AS contact, count(e) AS times WHERE times > 1
RETURN [type, coalesce(o.uid, ''), coalesce(contact, '')] AS where, 'it is there ' + times + ' times' AS what
ORDER BY where LIMIT $limit
