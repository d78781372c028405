// Of the contacts of some users on a day: with how many any of us had to do since a moment, by channel.
// mode: read
// params: users, since, on, channels, most, limit, see
// rows: user, all, met, channels, silent, partial
UNWIND $users AS user
MATCH (u:User {uid: user})
CALL (u) {
  MATCH (u)<-[o:ASSIGNED_TO]-(n:Contact) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
    AND ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  WITH DISTINCT n LIMIT $most
  CALL (n) {
    MATCH (n)<-[k:KNOWS]-() RETURN max(k.last_at) AS last_at
  }
  CALL (n, last_at) {
    WITH * WHERE last_at >= $since
    MATCH (n)<-[i:INTERACTED_WITH]-() WHERE i.at >= $since
    RETURN collect(DISTINCT coalesce(i.channel, 'other')) AS ways
  }
  WITH n, last_at, ways ORDER BY last_at IS NOT NULL, last_at, n.name, n.uid
  RETURN collect([n, last_at, ways]) AS found
}
RETURN u.uid AS user, size(found) AS all, size([one IN found WHERE size(one[2]) > 0]) AS met,
  [channel IN $channels | size([one IN found WHERE channel IN one[2]])] AS channels,
  [one IN found WHERE size(one[2]) = 0 | [one[0].uid, one[0].name, toString(one[1])]][..$limit] AS silent,
  size(found) = $most AS partial
