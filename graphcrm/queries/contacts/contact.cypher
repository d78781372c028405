// One contact by uid, with all that is recorded of them and whose they are on a day.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, given_name, family_name, other_names, description, birthday, address, hobbies, preferences, preferred_channel, lifecycle, lifecycle_since, lifecycle_trail, customer_since, do_not_contact, rev, external_id, source, created_at, updated_at, deleted_at, custom, handles, converted_from, owner, tags
MATCH (c:Contact {uid: $uid}) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
CALL (c) {
  MATCH (c)-[h:HAS_HANDLE]->(handle)
  WITH h, handle ORDER BY coalesce(h.primary, false) DESC, handle.kind, handle.value
  RETURN collect([handle.kind, handle.value, h.label, coalesce(h.primary, false)]) AS handles
}
CALL (c) {
  MATCH (c)<-[e:CONVERTED_TO]-(l) WHERE $see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead
  WITH e, l ORDER BY e.at, l.uid
  RETURN collect([l.uid, l.name, toString(e.at)]) AS converted_from
}
CALL (c) {
  MATCH (c)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
RETURN c.uid AS uid, c.name AS name, c.given_name AS given_name, c.family_name AS family_name,
  coalesce(c.other_names, []) AS other_names, c.description AS description, c.birthday AS birthday,
  c.address AS address, coalesce(c.hobbies, []) AS hobbies, c.preferences AS preferences,
  c.preferred_channel AS preferred_channel, c.lifecycle AS lifecycle,
  c.lifecycle_since AS lifecycle_since, coalesce(c.lifecycle_trail, []) AS lifecycle_trail,
  c.customer_since AS customer_since,
  coalesce(c.do_not_contact, false) AS do_not_contact, coalesce(c.rev, 1) AS rev, c.external_id AS external_id,
  c.source AS source, c.created_at AS created_at, c.updated_at AS updated_at, c.deleted_at AS deleted_at,
  [key IN keys(c) WHERE key STARTS WITH 'x_' | [key, c[key]]] AS custom, handles, converted_from, owner,
  COLLECT { MATCH (c)-[:TAGGED]->(g) WHERE g.removed_at IS NULL
    RETURN {uid: g.uid, name: g.name, colour: g.colour} ORDER BY g.key } AS tags
LIMIT $limit
