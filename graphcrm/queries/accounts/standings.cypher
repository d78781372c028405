// How some accounts stand with us on a day: their lifecycle, who owns them, and whether one of us met people there.
// mode: read
// params: accounts, on, before, limit, see
// rows: account, lifecycle, owner, met
UNWIND $accounts AS account
MATCH (a:Account {uid: account}) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
CALL (a) {
  MATCH (a)-[o:ASSIGNED_TO]->(u)
  WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true) AND coalesce(u.active, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
RETURN a.uid AS account, a.lifecycle AS lifecycle, owner, EXISTS {  // while they were there: it stops at the first
  (a)<-[m:WORKS_AT]-(c)<-[i:INTERACTED_WITH]-(u) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    AND i.at < $before AND coalesce(u.active, true)
    AND m.start_min <= date(i.at) AND date(i.at) < m.end_max
} AS met
LIMIT $limit
