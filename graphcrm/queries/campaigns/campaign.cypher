// One campaign by uid, with all that is recorded of it, how many are asked to it and come, and whose it is.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, kind, start_on, end_on, place, cost, currency, description, rev, external_id, source, created_at, updated_at, deleted_at, custom, counts, owner
MATCH (n:Campaign {uid: $uid}) WHERE ($see.Campaign IS NULL OR coalesce(n.owner, '') IN $see.Campaign)
CALL (n) {
  MATCH (n)<-[t:ATTENDS]-(p) WHERE ($see[labels(p)[0]] IS NULL OR coalesce(p.owner, '') IN $see[labels(p)[0]])
  OPTIONAL MATCH (p)-[v:CONVERTED_TO]->(c:Contact)
    WHERE p:Lead AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  WITH t, p, c, v ORDER BY v.at, v.uid
  WITH t, p, collect(c)[0] AS c  // a lead and the contact that it became are one; who came came
  WITH coalesce(c, p) AS who, t ORDER BY t.status <> 'attended', t.on DESC, t.uid
  WITH who, collect(t.status)[0] AS status
  WITH status, count(*) AS people ORDER BY status
  RETURN collect([status, people]) AS counts
}
CALL (n) {
  MATCH (n)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
RETURN n.uid AS uid, n.name AS name, n.kind AS kind, n.start_on AS start_on, n.end_on AS end_on, n.place AS place,
  n.cost AS cost, n.currency AS currency, n.description AS description, coalesce(n.rev, 1) AS rev,
  n.external_id AS external_id, n.source AS source, n.created_at AS created_at, n.updated_at AS updated_at,
  n.deleted_at AS deleted_at, [key IN keys(n) WHERE key STARTS WITH 'x_' | [key, n[key]]] AS custom, counts, owner
LIMIT $limit
