// What lists tell of some leads on a day: whose they are, and the last interaction.
// mode: read
// params: leads, on, before, limit, see_leads
// rows: uid, owner, last
UNWIND $leads AS lead
MATCH (n:Lead {uid: lead}) WHERE ($see_leads IS NULL OR coalesce(n.owner, '') IN $see_leads)
CALL (n) {
  MATCH (n)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
CALL (n) {
  MATCH (n)<-[i:INTERACTED_WITH]-(u) WHERE i.at < $before
  WITH i.at AS at, u ORDER BY at DESC, u.uid
  RETURN collect([at, u.uid, u.name])[0] AS last
}
RETURN n.uid AS uid, owner, last
LIMIT $limit
