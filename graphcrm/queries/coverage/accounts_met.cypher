// Of the accounts of some users on a day: at how many any of us met somebody since a moment, by channel.
// mode: read
// params: users, since, on, channels, most, looked, limit, see
// rows: user, all, met, channels, silent, partial
UNWIND $users AS user
MATCH (u:User {uid: user})
CALL (u) {
  MATCH (u)<-[o:ASSIGNED_TO]-(n:Account) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
    AND ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
  WITH DISTINCT n LIMIT $most
  CALL (n) {
    MATCH (n)<-[w:WORKS_AT]-(c) WHERE w.start_min <= $on AND $on < w.end_max
      AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    WITH c LIMIT $looked  // of a giant a part tells enough
    WITH DISTINCT c
    MATCH (c)<-[k:KNOWS]-()
    WITH c, max(k.last_at) AS at
    CALL (c, n) {  // whoever is promoted was there before
      MATCH (c)-[v:WORKS_AT]->(b) WHERE b = n
      RETURN collect([v.start_min, v.end_max]) AS stints
    }
    CALL (c, at, stints) {  // what they were there for
      WITH * WHERE at >= $since
      MATCH (c)<-[i:INTERACTED_WITH]-() WHERE i.at >= $since
        AND any(stint IN stints WHERE stint[0] <= date(i.at) AND date(i.at) < stint[1])
      RETURN collect(DISTINCT coalesce(i.channel, 'other')) AS some
    }
    WITH at, some, any(stint IN stints WHERE stint[0] <= date(at) AND date(at) < stint[1]) AS there
    RETURN max(CASE WHEN there THEN at END) AS last_at,
      reduce(all = [], one IN collect(some) | all + one) AS ways
  }
  WITH n, last_at, ways ORDER BY last_at IS NOT NULL, last_at, n.name, n.uid
  RETURN collect([n, last_at, ways]) AS found
}
RETURN u.uid AS user, size(found) AS all, size([one IN found WHERE size(one[2]) > 0]) AS met,
  [channel IN $channels | size([one IN found WHERE channel IN one[2]])] AS channels,
  [one IN found WHERE size(one[2]) = 0 | [one[0].uid, one[0].name, toString(one[1])]][..$limit] AS silent,
  size(found) = $most AS partial
