// Erase tasks, in the trash or not, with their edges and their history.
// mode: write
// params: uids
// rows: erased
UNWIND $uids AS uid
MATCH (t:Task {uid: uid})
CALL (uid) {
  MATCH (h:History {uid: 'Task ' + uid})
  CALL (h) {
    MATCH (h)<-[:ON]-(r)
    DETACH DELETE r
  }
  DETACH DELETE h
}
DETACH DELETE t
RETURN count(*) AS erased
