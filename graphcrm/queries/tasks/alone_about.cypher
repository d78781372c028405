// The tasks that are about a contact or a lead in the trash, and about no other of these, locked until they are erased.
// mode: write
// params: label, uid
// rows: uid, rev
CALL () {
  WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead' MATCH (n:Lead {uid: $uid}) RETURN n
}
MATCH (n)<-[:TRASHED]-(t:Task)
WITH DISTINCT n, t ORDER BY t.uid
SET t.rev = coalesce(t.rev, 1)  // takes the lock before others whom it is about are looked for
WITH n, t WHERE NOT EXISTS { (t)-[:ABOUT|TRASHED]->(o:Contact|Lead) WHERE o <> n }
RETURN t.uid AS uid, t.rev AS rev ORDER BY uid
