// Note when the list of an automation was looked at, and why that failed.
// mode: write
// params: uid, rev, at, failed
// rows: uid
MATCH (a:Automation {uid: $uid}) WHERE a.rev = $rev  // or it was changed meanwhile, and looks anew
SET a.failed = $failed, a.looked_at = CASE WHEN $failed IS NULL THEN $at ELSE a.looked_at END
RETURN a.uid AS uid
