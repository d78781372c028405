// What lists tell of some accounts on a day: whose they are, who is there, whom we know there, and the last contact.
// mode: read
// params: accounts, on, before, counted, limit, see_accounts, see_contacts
// rows: uid, owner, people, known, last_at
UNWIND $accounts AS account
MATCH (a:Account {uid: account}) WHERE ($see_accounts IS NULL OR coalesce(a.owner, '') IN $see_accounts)
CALL (a) {
  MATCH (a)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
CALL (a) {
  MATCH (a)<-[w:WORKS_AT]-(c) WHERE w.start_min <= $on AND $on < w.end_max
    AND ($see_contacts IS NULL OR coalesce(c.owner, '') IN $see_contacts)
  WITH w, c LIMIT $counted  // of a giant a part tells enough
  OPTIONAL MATCH (c)<-[k:KNOWS|RATES]-(u) WHERE coalesce(k.first_at, k.at) < $before
  CALL (c, u, k) {  // what KNOWS says last may lie behind the moment
    MATCH (u)-[i:INTERACTED_WITH]->(c) WHERE k.last_at >= $before AND i.at < $before
    RETURN max(i.at) AS by_then
  }
  WITH c, w, CASE WHEN k.last_at < $before THEN k.last_at ELSE by_then END AS at,
    u IS NOT NULL AND coalesce(u.active, true) AND NOT EXISTS { (u)-[:IS]->(me) WHERE me = c } AS knows
  RETURN count(DISTINCT c) AS people, count(DISTINCT CASE WHEN knows THEN c END) AS known,
    max(CASE WHEN w.start_min <= date(at) THEN at END) AS last_at
}
RETURN a.uid AS uid, owner, people, known, last_at
LIMIT $limit
