// Record a move of a contact, unless there is one of that uid.
// mode: write
// params: uid, props, contact, left, joined
// rows: uid
MATCH (c:Contact {uid: $contact}) WHERE NOT EXISTS { MATCH (:Move {uid: $uid}) }
CREATE (m:Move {uid: $uid})-[:FOR]->(c)
SET m += $props
WITH m
CALL (m) {
  UNWIND $left AS uid
  MATCH (a:Account {uid: uid})
  CREATE (m)-[:LEFT]->(a)
}
CALL (m) {
  MATCH (a:Account {uid: $joined})
  CREATE (m)-[:JOINED]->(a)
}
RETURN m.uid AS uid
