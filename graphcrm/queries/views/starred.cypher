// Since when a user has starred a record; no row where they have not.
// mode: read
// params: user, label, uid, limit
// rows: at
MATCH (:User {uid: $user})-[s:STARRED]->(n)
WHERE n.uid = $uid AND $label IN labels(n)
RETURN s.at AS at LIMIT $limit
