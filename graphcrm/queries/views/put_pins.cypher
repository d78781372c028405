// Pin some saved views for a user, in this order, and no others.
// mode: write
// params: user, uids
// rows: pinned
MATCH (me:User {uid: $user})
OPTIONAL MATCH (me)-[old:PINNED]->(v) WHERE NOT v.uid IN $uids
DELETE old
WITH DISTINCT me
UNWIND range(0, size($uids) - 1) AS place
MATCH (v:SavedView {uid: $uids[place]})
MERGE (me)-[p:PINNED]->(v)
SET p.place = place
RETURN count(p) AS pinned
