// The saved views that a user sees, or one of them: their own, and those that somebody of their team shares.
// mode: read
// params: user, uid, of, target, after, limit, see
// rows: uid, name, of, target, target_name, parameters, state, shared, place, owner, owner_name, created_at, updated_at, rev
MATCH (me:User {uid: $user})
CALL (me) {
  MATCH (me)-[:SAVED]->(v) RETURN me AS owner, v
  UNION
  MATCH (me)-[:MEMBER_OF]->()-[:PART_OF*0..]->(t)
  MATCH (t)<-[:MEMBER_OF]-(owner)-[:SAVED]->(v) WHERE v.shared
  RETURN owner, v
}
WITH me, owner, v
WHERE v.removed_at IS NULL AND v.uid > $after AND ($uid IS NULL OR v.uid = $uid)
  AND ($of IS NULL OR v.of = $of) AND ($target IS NULL OR v.target = $target)
OPTIONAL MATCH (a:Account {uid: v.target})
WHERE a.deleted_at IS NULL AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
OPTIONAL MATCH (c:Contact {uid: v.target})
WHERE c.deleted_at IS NULL AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
WITH me, owner, v, coalesce(a.name, c.name) AS target_name
WHERE v.target IS NULL OR target_name IS NOT NULL OR (owner = me AND $uid IS NOT NULL)
OPTIONAL MATCH (me)-[p:PINNED]->(v)
RETURN v.uid AS uid, v.name AS name, v.of AS of, v.target AS target, target_name, v.parameters AS parameters,
  CASE WHEN $uid IS NOT NULL THEN v.state END AS state, coalesce(v.shared, false) AS shared, p.place AS place,
  owner.uid AS owner, owner.name AS owner_name, v.created_at AS created_at, v.updated_at AS updated_at, v.rev AS rev
ORDER BY uid LIMIT $limit
