// The accounts or contacts for which another lifecycle is kept as proposed, by that, by name and by uid.
// mode: read
// params: label, limit, see
// rows: label, uid
CALL () {
  WITH * WHERE $label = 'Account'
  MATCH (n:Account) WHERE n.proposed IS NOT NULL AND n.name IS NOT NULL AND n.uid IS NOT NULL AND n.deleted_at IS NULL
    AND ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact) WHERE n.proposed IS NOT NULL AND n.name IS NOT NULL AND n.uid IS NOT NULL AND n.deleted_at IS NULL
    AND ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
}
RETURN labels(n)[0] AS label, n.uid AS uid
