// The tokens of a user, or of all, of a scope or of all, the latest first.
// mode: read
// params: user, scope, after_at, after_uid, limit
// rows: uid, user, user_name, name, scope, created_at, expires_at, used_at
MATCH (t:ApiToken)<-[:HAS_TOKEN]-(u:User)
WHERE ($user IS NULL OR u.uid = $user) AND ($scope IS NULL OR t.scope = $scope)
  AND ($after_at IS NULL OR t.created_at < $after_at OR (t.created_at = $after_at AND t.uid > $after_uid))
RETURN t.uid AS uid, u.uid AS user, u.name AS user_name, t.name AS name, coalesce(t.scope, 'write') AS scope,
  t.created_at AS created_at, t.expires_at AS expires_at, t.used_at AS used_at
ORDER BY created_at DESC, uid LIMIT $limit
