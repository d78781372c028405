// Erase a record in the trash with its edges, the handles that are nobody else's, and its part of the history.
// mode: write
// params: label, uid
// rows: erased
CALL () {
  WITH * WHERE $label = 'Account' MATCH (n:Account {uid: $uid}) RETURN n
  UNION ALL WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n
  UNION ALL WITH * WHERE $label = 'Lead' MATCH (n:Lead {uid: $uid}) RETURN n
  UNION ALL WITH * WHERE $label = 'Opportunity' MATCH (n:Opportunity {uid: $uid}) RETURN n
  UNION ALL WITH * WHERE $label = 'Campaign' MATCH (n:Campaign {uid: $uid}) RETURN n
  UNION ALL WITH * WHERE $label = 'Task' MATCH (n:Task {uid: $uid}) RETURN n
  UNION ALL WITH * WHERE $label = 'User' MATCH (n:User {uid: $uid}) RETURN n
}
WITH n WHERE n.deleted_at IS NOT NULL
CALL () {  // an interaction with others stays theirs, and so does what was remembered of it
  MATCH (h:History {uid: $label + ' ' + $uid})
  CALL (h) {
    MATCH (h)<-[:ON]-(r)
    WHERE r.kind <> 'interaction' OR NOT EXISTS { (r)-[:ON]->(o) WHERE o <> h AND NOT o.uid STARTS WITH 'User ' }
    DETACH DELETE r
  }
  DETACH DELETE h
}
CALL (n) {
  MATCH (n)-[t:TRASHED]->(h:Handle)
  SET h.value = h.value  // takes the lock before others are looked for
  WITH h, t WHERE COUNT { (h)--() } = 1
  DELETE t, h
}
CALL (n) {  // moves, introductions, what was theirs alone: not what they were in, pinned, or told with others
  MATCH (n)-[t:FOR|LEFT|JOINED|TRASHED]-(k)
  WHERE type(t) <> 'TRASHED' OR k:Introduction OR t.type IN
    ['HAS_TOKEN', 'HAS_CREDENTIAL', 'SAVED', 'ASKS', 'KEEPS', 'WROTE', 'AUTOMATES', 'UNREAD_BY', 'READ_BY']
  OPTIONAL MATCH (k)-[:RAN]->(r)
  DETACH DELETE r, k
}
DETACH DELETE n
RETURN count(*) AS erased
