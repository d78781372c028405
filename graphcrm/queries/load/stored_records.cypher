// The records of one label that have these uids, with their handles, teams and own contact record.
// mode: read
// params: label, uids
// rows: uid, props, handles, teams, own
UNWIND $uids AS uid
MATCH (n:Account|Contact|Lead|User {uid: uid}) WHERE $label IN labels(n)
RETURN uid, n {.*, created_at: null, updated_at: null} AS props,  // instants are slow to send, and not compared
  [(n)-[r:HAS_HANDLE]->(h) | [h.uid, r.primary]] AS handles,
  [(n)-[:MEMBER_OF]->(t) | t.uid] AS teams,
  [(n)-[:IS]->(c) | c.uid] AS own
