// Note that a user has read what they were told up to some notification.
// mode: write
// params: user, until
// rows: read
MATCH (u:User {uid: $user})
SET u.uid = u.uid  // of two requests at once the second finds nothing left
WITH u
MATCH (u)<-[e:UNREAD_BY]-(n) WHERE n.uid <= $until
CREATE (n)-[:READ_BY]->(u)
DELETE e
RETURN count(n) AS read
