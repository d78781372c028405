// Whose one-time link has this digest, while it lasts.
// mode: read
// params: digest, now, limit
// rows: uid, user, name, email
MATCH (c:Credential {link: $digest}) WHERE c.link_until > $now
OPTIONAL MATCH (c)<-[:HAS_CREDENTIAL]-(u:User) WHERE coalesce(u.active, true)
RETURN c.uid AS uid, u.uid AS user, u.name AS name, u.email AS email
LIMIT $limit
