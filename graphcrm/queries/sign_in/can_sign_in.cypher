// Active users who can sign in: by a password, a token or another provider.
// mode: read
// params: limit
// rows: uid
MATCH (u:User) WHERE u.deleted_at IS NULL AND coalesce(u.active, true)
  AND (EXISTS { (u)-[:HAS_TOKEN]->() }
    OR EXISTS { (u)-[:HAS_CREDENTIAL]->(c) WHERE c.password IS NOT NULL OR c.identity IS NOT NULL })
RETURN u.uid AS uid LIMIT $limit
