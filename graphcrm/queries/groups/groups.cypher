// The groups that a user sees, or one of them: their own, and those that somebody of their team shares.
// mode: read
// params: user, uid, after, sized, limit, see
// rows: uid, name, shared, contacts, accounts, owner, owner_name, created_at, updated_at, rev
MATCH (me:User {uid: $user})
CALL (me) {
  MATCH (me)-[:KEEPS]->(g) RETURN me AS owner, g
  UNION
  MATCH (me)-[:MEMBER_OF]->()-[:PART_OF*0..]->(t)
  MATCH (t)<-[:MEMBER_OF]-(owner)-[:KEEPS]->(g) WHERE g.shared
  RETURN owner, g
}
WITH owner, g WHERE g.removed_at IS NULL AND g.uid > $after AND ($uid IS NULL OR g.uid = $uid)
WITH owner, g ORDER BY g.uid LIMIT $limit
CALL (g) {
  WITH g WHERE $sized
  MATCH (g)<-[:IN_GROUP]-(n) WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  RETURN count(CASE WHEN n:Contact THEN 1 END) AS contacts, count(CASE WHEN n:Account THEN 1 END) AS accounts
}
RETURN g.uid AS uid, g.name AS name, coalesce(g.shared, false) AS shared,
  CASE WHEN $sized THEN contacts END AS contacts, CASE WHEN $sized THEN accounts END AS accounts,
  owner.uid AS owner, owner.name AS owner_name, g.created_at AS created_at, g.updated_at AS updated_at, g.rev AS rev
ORDER BY uid
