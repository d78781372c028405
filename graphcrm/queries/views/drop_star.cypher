// Take a user's star from a record.
// mode: write
// params: user, label, uid
// rows: taken
MATCH (:User {uid: $user})-[s:STARRED]->(n)
WHERE n.uid = $uid AND $label IN labels(n)
DELETE s
RETURN count(s) AS taken
