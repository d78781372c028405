// What lists tell of some contacts on a day: the main job, whose they are, and who had to do with them last.
// mode: read
// params: contacts, on, before, limit, see_accounts, see_contacts
// rows: uid, job, jobs, owner, last
UNWIND $contacts AS contact
MATCH (c:Contact {uid: contact}) WHERE ($see_contacts IS NULL OR coalesce(c.owner, '') IN $see_contacts)
CALL (c) {
  MATCH (c)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max AND w.carried_from IS NULL
    AND ($see_accounts IS NULL OR coalesce(a.owner, '') IN $see_accounts)
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect([w.uid, w.title, w.role, w.start, a.uid, a.name, a.city]) AS held
}
CALL (c) {
  MATCH (c)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
CALL (c) {
  MATCH (c)<-[k:KNOWS]-(u) WHERE k.first_at < $before
  CALL (c, u, k) {  // what KNOWS says last may lie behind the moment
    MATCH (u)-[i:INTERACTED_WITH]->(c) WHERE k.last_at >= $before AND i.at < $before
    RETURN max(i.at) AS by_then
  }
  WITH u, CASE WHEN k.last_at < $before THEN k.last_at ELSE by_then END AS at ORDER BY at DESC, u.uid
  RETURN collect([at, u.uid, u.name])[0] AS last
}
RETURN c.uid AS uid, held[0] AS job, size(held) AS jobs, owner, last
LIMIT $limit
