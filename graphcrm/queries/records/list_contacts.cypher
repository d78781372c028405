// One page of contacts, by name.
// mode: read
// params: after_name, after_uid, on, limit
// rows: uid, name, detail, rev
MATCH (n:Contact)
WHERE n.name >= $after_name AND (n.name > $after_name OR n.uid > $after_uid)
WITH n ORDER BY n.name, n.uid LIMIT $limit
CALL (n) {
  OPTIONAL MATCH (n)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect(a.name)[0] AS detail
}
RETURN n.uid AS uid, n.name AS name, detail, coalesce(n.rev, 1) AS rev
ORDER BY name, uid
