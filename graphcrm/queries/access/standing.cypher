// With whom a user shares a team, theirs or one below it, and what the roles may do.
// mode: read
// params: user, limit
// rows: mates, roles
MATCH (u:User {uid: $user})
CALL (u) {
  MATCH (u)-[:MEMBER_OF]->(t)
  MATCH (t)<-[:PART_OF*0..]-(below)<-[:MEMBER_OF]-(mate)
  RETURN collect(DISTINCT mate.uid) AS mates
}
OPTIONAL MATCH (p:Policy {uid: 'policy'})
RETURN mates, p.roles AS roles
LIMIT $limit
