// Keep the digest of a new bearer token of a user, and what it may do until when.
// mode: write
// params: uid, user, digest, now, name, scope, expires_at
// rows: uid
MATCH (u:User {uid: $user})
CREATE (u)-[:HAS_TOKEN]->(t:ApiToken {uid: $uid, digest: $digest, created_at: $now})
SET t.name = $name, t.scope = $scope, t.expires_at = $expires_at
RETURN t.uid AS uid
