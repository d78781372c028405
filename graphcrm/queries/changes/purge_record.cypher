// Erase a record in the trash with its edges, the handles that are nobody else's, and its part of the history.
// mode: write
// params: label, uid
// rows: erased
CALL () {  // a barrier: the planner would go along all of the trash
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task|User {uid: $uid})
  WHERE $label IN labels(n)
  RETURN n
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
