// Note the day on which a user is sent what waits for them, where the day before was the one that was read.
// mode: write
// params: user, was, day
// rows: user
MATCH (u:User {uid: $user})
SET u.uid = u.uid  // takes the lock before it is looked at
WITH u WHERE coalesce(u.digest_on = $was, u.digest_on IS NULL AND $was IS NULL)
SET u.digest_on = $day
RETURN u.uid AS user
