// Primary jobs around a restored account or contact beside which another one holds by now.
// mode: write
// params: label, uid
// rows: uid
CALL () {
  WITH * WHERE $label = 'Account' MATCH (:Account {uid: $uid})<-[w:WORKS_AT]-(c) RETURN w, c
  UNION ALL
  WITH * WHERE $label = 'Contact' MATCH (c:Contact {uid: $uid})-[w:WORKS_AT]->() RETURN w, c
}
WITH w, c WHERE w.primary AND w.carried_from IS NULL
WITH w, c ORDER BY c.uid
SET c.rev = coalesce(c.rev, 1)  // takes the lock before the others are read
WITH w, c
MATCH (c)-[o:WORKS_AT]->() WHERE o.primary AND o <> w AND o.carried_from IS NULL
  AND w.start_max < w.end_min AND o.start_max < o.end_min AND o.start_max < w.end_min AND w.start_max < o.end_min
  AND ($label = 'Account' OR [o.start_min, o.uid] > [w.start_min, w.uid])
RETURN DISTINCT w.uid AS uid
