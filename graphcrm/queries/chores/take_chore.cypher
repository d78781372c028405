// Take a chore that was not done since a moment, and that nobody else has taken.
// mode: write
// params: name, since, now, until
// rows: name
MERGE (c:Chore {uid: $name})
SET c.uid = c.uid  // takes the lock before it is looked at
WITH c WHERE coalesce(c.done_at < $since, true) AND coalesce(c.taken_until <= $now, true)
SET c.taken_until = $until
RETURN c.uid AS name
