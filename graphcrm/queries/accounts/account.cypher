// One account by uid, with all that is recorded of it, the number of stints known there, and whose it is on a day.
// mode: read
// params: uid, on, limit, see
// rows: uid, name, aliases, kind, industry, size_band, employee_count, fax, website, description, hq_address, branch_addresses, country, region, city, location, lifecycle, lifecycle_since, lifecycle_trail, customer_since, value_band, placeholder, domains, stints, rev, external_id, source, created_at, updated_at, deleted_at, custom, handles, converted_from, owner, owned_since, tags
MATCH (a:Account {uid: $uid}) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
CALL (a) {
  MATCH (a)-[h:HAS_HANDLE]->(handle)
  WITH h, handle ORDER BY coalesce(h.primary, false) DESC, handle.kind, handle.value
  RETURN collect([handle.kind, handle.value, h.label, coalesce(h.primary, false)]) AS handles
}
CALL (a) {
  MATCH (a)<-[e:CONVERTED_TO]-(l) WHERE $see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead
  WITH e, l ORDER BY e.at, l.uid
  RETURN collect([l.uid, l.name, toString(e.at)]) AS converted_from
}
CALL (a) {
  MATCH (a)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  WITH collect([[u.uid, u.name], o.start])[0] AS assigned
  RETURN assigned[0] AS owner, assigned[1] AS owned_since
}
RETURN a.uid AS uid, a.name AS name, coalesce(a.aliases, []) AS aliases, a.kind AS kind, a.industry AS industry,
  a.size_band AS size_band, a.employee_count AS employee_count, a.fax AS fax, a.website AS website,
  a.description AS description, a.hq_address AS hq_address, coalesce(a.branch_addresses, []) AS branch_addresses,
  a.country AS country, a.region AS region, a.city AS city,
  CASE WHEN a.location IS NULL THEN null ELSE [a.location.latitude, a.location.longitude] END AS location,
  a.lifecycle AS lifecycle, a.lifecycle_since AS lifecycle_since,
  coalesce(a.lifecycle_trail, []) AS lifecycle_trail, a.customer_since AS customer_since,
  a.value_band AS value_band, coalesce(a.placeholder, false) AS placeholder,
  [handle IN handles WHERE handle[0] = 'domain' | handle[1]] AS domains,
  CASE WHEN $see.Contact IS NULL THEN COUNT { (a)<-[:WORKS_AT]-() }
    ELSE COUNT { (a)<-[:WORKS_AT]-(c) WHERE coalesce(c.owner, '') IN $see.Contact } END AS stints,
  coalesce(a.rev, 1) AS rev, a.external_id AS external_id,
  a.source AS source, a.created_at AS created_at, a.updated_at AS updated_at, a.deleted_at AS deleted_at,
  [key IN keys(a) WHERE key STARTS WITH 'x_' | [key, a[key]]] AS custom, handles, converted_from, owner, owned_since,
  COLLECT { MATCH (a)-[:TAGGED]->(g) WHERE g.removed_at IS NULL
    RETURN {uid: g.uid, name: g.name, colour: g.colour} ORDER BY g.key } AS tags
LIMIT $limit
