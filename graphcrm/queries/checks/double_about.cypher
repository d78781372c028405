// Tasks of which it is said more than once that they are about a record, set aside or not.
// mode: read
// params: limit
// rows: where, what
MATCH (t:Task)-[e:ABOUT|TRASHED]->(n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest)
WITH t, n, count(e) AS times WHERE times > 1
RETURN ['ABOUT', coalesce(t.uid, ''), coalesce(n.uid, '')] AS where, 'it is there ' + times + ' times' AS what
ORDER BY where LIMIT $limit
