// Job moves since a day: a contact's job began at one account after another job had ended elsewhere, latest first.
// mode: read
// params: since, on, before, known, user, account, from_account, to_account, ours, lifecycles, after_on, after_uid, limit, see
// rows: uid, moved_on, start, contact, name, asked_not, from_account, from_name, from_title, from_role, from_end, to_account, to_name, to_title, to_role, there
MATCH (c)-[w:WORKS_AT]->(b)
WHERE w.start_min >= $since AND w.start_min <= $on AND w.kind IS NOT NULL AND NOT w.kind IN ['board', 'advisor']
  AND w.carried_from IS NULL  // an acquisition moves nobody
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
  AND ($after_on IS NULL OR w.start_min < $after_on OR (w.start_min = $after_on AND w.uid > $after_uid))
  AND ($to_account IS NULL OR b.uid = $to_account)
  AND (NOT $known OR EXISTS {
    (c)<-[k:KNOWS|RATES]-(u) WHERE coalesce(k.first_at, k.at) < $before
      AND NOT EXISTS { (u)-[:IS]->(me) WHERE me = c }
      AND CASE WHEN $user IS NULL THEN coalesce(u.active, true) ELSE u.uid = $user END
  })
CALL (c, w, b) {
  // the latest job elsewhere that had ended when this one began, or overlapped it by a handover of three months
  MATCH (c)-[v:WORKS_AT]->(a)
  WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) AND a <> b AND v.start_min < w.start_min
    AND v.end_max <= w.start_max + duration({days: 92})
    AND v.end_min <= $on  // nobody has left what, as of that day, they had not left
    AND NOT coalesce(v.kind, '') IN ['board', 'advisor'] AND v.carried_from IS NULL
  RETURN a, v ORDER BY v.end_max DESC, v.uid LIMIT 1
}
WITH c, w, b, a, v
WHERE ($account IS NULL OR $account IN [a.uid, b.uid]) AND ($from_account IS NULL OR a.uid = $from_account)
  AND NOT EXISTS {  // whoever was there already, or had been since that other job, is promoted or back from nowhere
    (c)-[o:WORKS_AT]->(b)
    WHERE NOT coalesce(o.kind, '') IN ['board', 'advisor'] AND (o.start_min = w.start_min AND o.uid < w.uid
      OR o.start_min < w.start_min AND (o.end_max >= w.start_min OR o.end_max >= v.end_max))
  }
  AND (NOT $ours OR coalesce(a.lifecycle IN $lifecycles, false)
    OR EXISTS { (a)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
      AND coalesce(u.active, true) }
    OR EXISTS { (a)<-[m:WORKS_AT]-(x)<-[i:INTERACTED_WITH]-(u) WHERE i.at < $before AND coalesce(u.active, true)
      AND ($see.Contact IS NULL OR coalesce(x.owner, '') IN $see.Contact)
      AND m.start_min <= date(i.at) AND date(i.at) < m.end_max })
WITH c, w, b, a, v ORDER BY w.start_min DESC, w.uid LIMIT $limit
RETURN w.uid AS uid, w.start_min AS moved_on, w.start AS start, c.uid AS contact, c.name AS name,
  coalesce(c.do_not_contact, false) AS asked_not, a.uid AS from_account, a.name AS from_name, v.title AS from_title,
  v.role AS from_role, v.end AS from_end, b.uid AS to_account, b.name AS to_name, w.title AS to_title,
  w.role AS to_role, EXISTS { (c)-[n:WORKS_AT]->(b) WHERE n.start_min <= $on AND $on < n.end_max } AS there
ORDER BY moved_on DESC, uid
