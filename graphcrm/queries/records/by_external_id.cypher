// The records of one label that another system knows by an id of its own.
// mode: read
// params: label, external_id, limit
// rows: uid, name, detail, rev
CALL () {
  MATCH (n:Account {external_id: $external_id}) RETURN n
  UNION ALL
  MATCH (n:Contact {external_id: $external_id}) RETURN n
  UNION ALL
  MATCH (n:Lead {external_id: $external_id}) RETURN n
}
WITH n WHERE $label IN labels(n)
RETURN n.uid AS uid, n.name AS name, coalesce(n.industry, n.company_name) AS detail, coalesce(n.rev, 1) AS rev
ORDER BY name, uid LIMIT $limit
