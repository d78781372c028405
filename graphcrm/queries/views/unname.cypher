// Write saved views without the record that they named; those that were about it alone are erased.
// mode: write
// params: erased, changed
// rows: done
CALL () {
  UNWIND $erased AS uid
  MATCH (v:SavedView {uid: uid})
  DETACH DELETE v
}
UNWIND $changed AS row
MATCH (v:SavedView {uid: row.uid})
SET v.parameters = row.parameters, v.state = row.state, v.rev = v.rev + 1
RETURN count(v) AS done
