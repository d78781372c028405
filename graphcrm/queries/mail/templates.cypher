// The mail templates that a user has, or one of them: their own, and those that somebody of their team shares.
// mode: read
// params: user, uid, after, limit
// rows: uid, name, subject, text, shared, owner, owner_name, rev
MATCH (me:User {uid: $user})
CALL (me) {
  MATCH (me)-[:WROTE]->(t) RETURN me AS owner, t
  UNION
  MATCH (me)-[:MEMBER_OF]->()-[:PART_OF*0..]->(team)
  MATCH (team)<-[:MEMBER_OF]-(owner)-[:WROTE]->(t) WHERE t.shared
  RETURN owner, t
}
WITH owner, t WHERE t.removed_at IS NULL AND t.uid > $after AND ($uid IS NULL OR t.uid = $uid)
RETURN t.uid AS uid, t.name AS name, coalesce(t.subject, '') AS subject, coalesce(t.text, '') AS text,
  coalesce(t.shared, false) AS shared, owner.uid AS owner, owner.name AS owner_name, t.rev AS rev
ORDER BY uid LIMIT $limit
