// Opportunities that are offered to two accounts, or in which a contact has a part twice, set aside or not.
// mode: read
// params: limit
// rows: where, what
MATCH (o:Opportunity)-[e:OFFERED_TO|INVOLVES|TRASHED]->(n:Account|Contact)
WHERE NOT (n:Account AND e:TRASHED)  // to one in the trash, and to another since
WITH o, CASE WHEN n:Account THEN 'OFFERED_TO' ELSE 'INVOLVES' END AS type,
  CASE WHEN n:Contact THEN n.uid END AS contact, count(e) AS times WHERE times > 1
RETURN [type, coalesce(o.uid, ''), coalesce(contact, '')] AS where, 'it is there ' + times + ' times' AS what
ORDER BY where LIMIT $limit
