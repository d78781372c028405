// With whom each of some users shares a team, theirs or one below it, and what the roles may do.
// mode: read
// params: users, limit
// rows: user, mates, roles
UNWIND $users AS uid
MATCH (u:User {uid: uid})
CALL (u) {
  MATCH (u)-[:MEMBER_OF]->(t)
  MATCH (t)<-[:PART_OF*0..]-(below)<-[:MEMBER_OF]-(mate)
  RETURN collect(DISTINCT mate.uid) AS mates
}
OPTIONAL MATCH (p:Policy {uid: 'policy'})
RETURN u.uid AS user, mates, p.roles AS roles
ORDER BY user LIMIT $limit
