// Set aside every edge of a record, and forget who knows whom by it.
// mode: write
// params: label, uid
// rows: moved
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
CALL (n) {  // whoever changes an edge has locked one of its ends: what they change is set aside as they leave it
  MATCH (n)-[e]-(o) WHERE NOT type(e) IN ['TRASHED', 'FOR', 'LEFT', 'JOINED']
  SET o.rev = coalesce(o.rev, null)
}
CALL (n) {  // of two accounts, or opportunities, that something was of, it goes back to the one that it was of last
  MATCH (n)-[e:OFFERED_TO|OF_ACCOUNT|CAME_OF]-()
  WITH startNode(e) AS o, type(e) AS type
  MATCH (o)-[t:TRASHED {type: type}]->()
  SET t.behind = coalesce(t.behind, 0) + 1
}
MATCH (n)-[e]-() WHERE NOT type(e) IN ['TRASHED', 'FOR', 'LEFT', 'JOINED']
SET e.rev = coalesce(e.rev, null)  // ... or the edge itself
WITH DISTINCT e, type(e) = 'KNOWS' OR e.carried_from IS NOT NULL AS derived, startNode(e) AS from, endNode(e) AS to
FOREACH (_ IN CASE WHEN derived THEN [] ELSE [1] END |
  CREATE (from)-[t:TRASHED]->(to) SET t = properties(e), t.type = type(e))
DELETE e
RETURN count(CASE WHEN NOT derived THEN 1 END) AS moved
