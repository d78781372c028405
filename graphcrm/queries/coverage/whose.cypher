// A user, or the active users of a team and of the teams below it, by name.
// mode: read
// params: user, team, limit
// rows: uid, name
CALL () {
  WITH * WHERE $team IS NULL MATCH (u:User {uid: $user}) RETURN u
  UNION
  MATCH (:Team {uid: $team})<-[:PART_OF*0..20]-(t)
  MATCH (t)<-[:MEMBER_OF]-(u) WHERE coalesce(u.active, true) AND ($user IS NULL OR u.uid = $user) RETURN u
}
RETURN u.uid AS uid, u.name AS name ORDER BY name, uid LIMIT $limit
