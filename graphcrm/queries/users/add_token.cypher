// Keep the digest of a new bearer token of a user.
// mode: write
// params: uid, user, digest, now
// rows: uid
MATCH (u:User {uid: $user})
CREATE (u)-[:HAS_TOKEN]->(t:ApiToken {uid: $uid, digest: $digest, created_at: $now})
RETURN t.uid AS uid
