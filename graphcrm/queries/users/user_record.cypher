// One user by uid, with all that is recorded of them.
// mode: read
// params: uid, limit, see
// rows: uid, name, email, role, active, team, own, locale, timezone, digest, rev, external_id, source, created_at, updated_at, deleted_at, custom, handles
MATCH (u:User {uid: $uid})
CALL (u) {
  MATCH (u)-[h:HAS_HANDLE]->(handle)
  WITH h, handle ORDER BY coalesce(h.primary, false) DESC, handle.kind, handle.value
  RETURN collect([handle.kind, handle.value, h.label, coalesce(h.primary, false)]) AS handles
}
RETURN u.uid AS uid, u.name AS name, u.email AS email, u.role AS role, coalesce(u.active, true) AS active,
  [(u)-[:MEMBER_OF]->(t) | t.name][0] AS team,
  [(u)-[:IS]->(c) WHERE $see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact | [c.uid, c.name]][0] AS own,
  u.locale AS locale, u.timezone AS timezone, u.digest AS digest,
  coalesce(u.rev, 1) AS rev, u.external_id AS external_id,
  u.source AS source, u.created_at AS created_at, u.updated_at AS updated_at, u.deleted_at AS deleted_at,
  [key IN keys(u) WHERE key STARTS WITH 'x_' | [key, u[key]]] AS custom, handles
LIMIT $limit
