// Take a token away from its user, who is the one named if any is.
// mode: write
// params: uid, user
// rows: user
MATCH (t:ApiToken {uid: $uid})<-[:HAS_TOKEN]-(u:User) WHERE $user IS NULL OR u.uid = $user
DETACH DELETE t
RETURN u.uid AS user
