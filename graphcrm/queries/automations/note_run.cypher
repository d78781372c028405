// Note what an automation did with a record.
// mode: write
// params: uid, did
// rows: uid
MATCH (r:AutomationRun {uid: $uid})
SET r.did = $did
RETURN r.uid AS uid
