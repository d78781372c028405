// One contact by uid, with its handles.
// mode: read
// params: uid, limit
// rows: uid, name, given_name, family_name, other_names, description, birthday, lifecycle, do_not_contact, handles
MATCH (c:Contact {uid: $uid})
CALL (c) {
  MATCH (c)-[h:HAS_HANDLE]->(handle)
  WITH h, handle ORDER BY coalesce(h.primary, false) DESC, handle.kind, handle.value
  RETURN collect([handle.kind, handle.value]) AS handles
}
RETURN c.uid AS uid, c.name AS name, c.given_name AS given_name, c.family_name AS family_name,
  coalesce(c.other_names, []) AS other_names, c.description AS description, c.birthday AS birthday,
  c.lifecycle AS lifecycle, coalesce(c.do_not_contact, false) AS do_not_contact, handles
LIMIT $limit
