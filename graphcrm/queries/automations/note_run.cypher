// Note what an automation did with a record, behind what it did before.
// mode: write
// params: uid, did
// rows: uid
MATCH (r:AutomationRun {uid: $uid})
SET r.did = r.did + $did
RETURN r.uid AS uid
