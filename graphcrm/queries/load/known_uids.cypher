// Which of some uids are those of records of one label.
// mode: read
// params: label, uids
// rows: uid
UNWIND $uids AS uid
MATCH (n:Account|Contact|Lead|User {uid: uid}) WHERE $label IN labels(n)
RETURN n.uid AS uid
