// One lead by uid, with all that is recorded of it and whose it is on a day.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, company_name, title, source_channel, status, description, owner, rev, external_id, source, created_at, updated_at, deleted_at, custom, handles, converted_to, tags
MATCH (l:Lead {uid: $uid}) WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead)
CALL (l) {
  MATCH (l)-[h:HAS_HANDLE]->(handle)
  WITH h, handle ORDER BY coalesce(h.primary, false) DESC, handle.kind, handle.value
  RETURN collect([handle.kind, handle.value, h.label, coalesce(h.primary, false)]) AS handles
}
CALL (l) {
  MATCH (l)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
CALL (l) {
  MATCH (l)-[e:CONVERTED_TO]->(n)
  WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  WITH e, n ORDER BY n:Opportunity, n:Account, n.uid
  RETURN collect([toLower(labels(n)[0]), n.uid, n.name, toString(e.at)]) AS converted_to
}
RETURN l.uid AS uid, l.name AS name, l.company_name AS company_name, l.title AS title,
  l.source_channel AS source_channel, l.status AS status, l.description AS description, owner,
  coalesce(l.rev, 1) AS rev, l.external_id AS external_id,
  l.source AS source, l.created_at AS created_at, l.updated_at AS updated_at, l.deleted_at AS deleted_at,
  [key IN keys(l) WHERE key STARTS WITH 'x_' | [key, l[key]]] AS custom, handles, converted_to,
  COLLECT { MATCH (l)-[:TAGGED]->(g) WHERE g.removed_at IS NULL
    RETURN {uid: g.uid, name: g.name, colour: g.colour} ORDER BY g.key } AS tags
LIMIT $limit
