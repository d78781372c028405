// The leads that go back to the pool: their owners' teams say after how many days without a word.
// mode: read
// params: uids, on, done, limit, see
// rows: uid, name, company_name, status, owner, owner_name, team, days, since, last_at
MATCH (u:User)-[:MEMBER_OF]->(m)
CALL (m) {  // the nearest team above that says it
  MATCH way = (m)-[:PART_OF*0..]->(t) WHERE t.reclaim_after IS NOT NULL
  RETURN t ORDER BY length(way) LIMIT 1
}
WITH u, t ORDER BY t.reclaim_after, t.name, t.uid
WITH u, collect(t)[0] AS t  // of several teams the strictest
WITH u, t, t.reclaim_after AS days, $on - duration({days: t.reclaim_after}) AS until
MATCH (u)<-[o:ASSIGNED_TO]-(l:Lead)
WHERE ($uids IS NULL OR l.uid IN $uids) AND o.end IS NULL AND coalesce(o.start <= until, true)
  AND NOT coalesce(l.status, 'new') IN $done
  AND ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead)
CALL (l) {
  MATCH (l)<-[i:INTERACTED_WITH]-()  // one that lies ahead by somebody's time zone counts too
  RETURN max(i.at) AS last_at
}
WITH u, t, days, until, o, l, last_at WHERE last_at IS NULL OR date(last_at) <= until
RETURN l.uid AS uid, l.name AS name, l.company_name AS company_name, coalesce(l.status, 'new') AS status,
  u.uid AS owner, u.name AS owner_name, t.name AS team, days, o.start AS since, last_at
ORDER BY owner_name, owner, coalesce(date(last_at), since), uid LIMIT $limit
