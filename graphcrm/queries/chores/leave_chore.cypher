// Note that a chore that was taken is done, or what went wrong.
// mode: write
// params: name, at, until, failed
// rows: name
MATCH (c:Chore {uid: $name}) WHERE c.taken_until = $until  // or it was overtaken
SET c.taken_until = null, c.failed = $failed, c.done_at = CASE WHEN $failed IS NULL THEN $at ELSE c.done_at END
RETURN c.uid AS name
