// The segments that a user sees, or one of them: their own, and those that somebody of their team shares.
// mode: read
// params: user, uid, kind, after, limit
// rows: uid, name, kind, conditions, shared, sizes, owner, owner_name, created_at, updated_at, rev
MATCH (me:User {uid: $user})
CALL (me) {
  MATCH (me)-[:ASKS]->(s) RETURN me AS owner, s
  UNION
  MATCH (me)-[:MEMBER_OF]->()-[:PART_OF*0..]->(t)
  MATCH (t)<-[:MEMBER_OF]-(owner)-[:ASKS]->(s) WHERE s.shared
  RETURN owner, s
}
WITH me, owner, s
WHERE s.removed_at IS NULL AND s.uid > $after AND ($uid IS NULL OR s.uid = $uid) AND ($kind IS NULL OR s.kind = $kind)
RETURN s.uid AS uid, s.name AS name, s.kind AS kind, s.conditions AS conditions, coalesce(s.shared, false) AS shared,
  CASE WHEN owner = me THEN coalesce(s.sizes, []) ELSE [] END AS sizes,  // what they see is theirs
  owner.uid AS owner, owner.name AS owner_name, s.created_at AS created_at, s.updated_at AS updated_at, s.rev AS rev
ORDER BY uid LIMIT $limit
