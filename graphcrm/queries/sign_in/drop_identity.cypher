// Forget who a user is to a provider of OpenID Connect.
// mode: write
// params: uid
// rows: uid
MATCH (c:Credential {uid: $uid}) WHERE c.identity IS NOT NULL
SET c.identity = null
RETURN c.uid AS uid
