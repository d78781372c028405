// What one assignment is of and to whom, by its uid.
// mode: read
// params: uid, limit
// rows: label, record, user
MATCH (n)-[s:ASSIGNED_TO {uid: $uid}]->(u)
RETURN labels(n)[0] AS label, n.uid AS record, u.uid AS user LIMIT $limit
