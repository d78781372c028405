// Say whether a user is still with us.
// mode: write
// params: uid, active, now
// rows: uid
MATCH (u:User {uid: $uid})
SET u.rev = coalesce(u.rev, 1) + CASE WHEN coalesce(u.active, true) = $active THEN 0 ELSE 1 END,
  u.active = $active, u.updated_at = $now
RETURN u.uid AS uid
