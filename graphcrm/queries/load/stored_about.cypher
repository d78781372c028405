// What some tasks are about.
// mode: read
// params: uids
// rows: found
UNWIND $uids AS uid
MATCH (t:Task {uid: uid})-[:ABOUT]->(n)
RETURN collect([uid, labels(n)[0], n.uid]) AS found  // one record: each costs a driver more than what is in it
