// Bring back the edges of a record that were set aside, but those to what is in the trash itself.
// mode: write
// params: label, uid
// rows: moved, pairs, events
CALL () {
  WITH * WHERE $label = 'Account' MATCH (n:Account {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead' MATCH (n:Lead {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Opportunity' MATCH (n:Opportunity {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contract' MATCH (n:Contract {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Order' MATCH (n:Order {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'ServiceRequest' MATCH (n:ServiceRequest {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Campaign' MATCH (n:Campaign {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Task' MATCH (n:Task {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'User' MATCH (n:User {uid: $uid}) RETURN n
}
CALL (n) {  // whoever trashes or restores the other end now, waits, and then meets the edge as we leave it
  MATCH (n)-[:TRASHED]-(o) SET o.rev = coalesce(o.rev, null)
}
CALL (n) {  // what is of another account, or came of another opportunity, by now, stays with that, or waits for it
  MATCH (n)-[t:TRASHED]-(m) WHERE t.type IN ['OFFERED_TO', 'OF_ACCOUNT', 'CAME_OF'] AND m.deleted_at IS NULL
  WITH t, startNode(t) AS o, endNode(t) AS to
  WHERE EXISTS { (o)-[e:OFFERED_TO|OF_ACCOUNT|CAME_OF]->() WHERE type(e) = t.type } OR EXISTS {
    (o)-[s:TRASHED {type: t.type}]->(x) WHERE [coalesce(s.behind, 0), x.uid] < [coalesce(t.behind, 0), to.uid] }
  DELETE t
}
OPTIONAL MATCH (n)-[t:TRASHED]-(o) WHERE o.deleted_at IS NULL
WITH DISTINCT t, startNode(t) AS from, endNode(t) AS to WHERE t IS NOT NULL
CREATE (from)-[e:$(t.type)]->(to)
SET e = properties(t), e.type = null, e.behind = null
DELETE t
WITH e, from, to
RETURN count(e) AS moved,
  collect(DISTINCT CASE WHEN e:INTERACTED_WITH AND to:Contact THEN {user: from.uid, contact: to.uid} END) AS pairs,
  collect(DISTINCT CASE WHEN e:INTERACTED_WITH AND e.counted THEN e.event END) AS events
