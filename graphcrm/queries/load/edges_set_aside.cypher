// Which of some uids are those of dated edges of some types set aside with a record in the trash, and between whom.
// mode: read
// params: types, uids
// rows: uid, start, end
UNWIND $uids AS uid
MATCH (a)-[t:TRASHED {uid: uid}]->(b) USING INDEX t:TRASHED(uid) WHERE t.type IN $types
RETURN uid, labels(a)[0] + ' ' + a.uid AS start, labels(b)[0] + ' ' + b.uid AS end
