// Keep on some [label, uid] records, and on all that users have had, whose they are on a day and until when they may be.
// mode: write
// params: records, users, on
// rows: kept
CALL () {
  UNWIND $records AS record
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task {uid: record[1]})
  WHERE record[0] IN labels(n) AND n.deleted_at IS NULL
  RETURN n
  UNION
  UNWIND $users AS user
  MATCH (:User {uid: user})<-[:ASSIGNED_TO|TRASHED]-(n)
  WHERE n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task
    AND n.deleted_at IS NULL
  RETURN n
}
CALL (n) {
  OPTIONAL MATCH (n)-[s:ASSIGNED_TO]->(u)
  WITH s, u, [day IN [s.start, s.end] WHERE day > $on] AS days
  ORDER BY coalesce(s.start <= $on, true) AND coalesce($on < s.end, true) DESC, s.start DESC, s.uid
  RETURN collect(CASE WHEN coalesce(s.start <= $on, true) AND coalesce($on < s.end, true) THEN u.uid END)[0] AS owner,
    reduce(first = null, day IN reduce(all = [], some IN collect(days) | all + some) |
      CASE WHEN first < day THEN first ELSE day END) AS until
}
SET n.owner = owner, n.owner_until = until
FOREACH (o IN CASE WHEN n:Opportunity THEN [n] ELSE [] END | SET o.whose = coalesce(owner, ''))
RETURN count(n) AS kept
