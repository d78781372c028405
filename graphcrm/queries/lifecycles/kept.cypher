// A page of the accounts or contacts for which another lifecycle is kept as proposed, by that, by name and by uid.
// mode: read
// params: label, after_state, after_name, after_uid, last_state, limit, see
// rows: label, uid
CALL () {
  WITH * WHERE $label = 'Account'
  MATCH (n:Account) WHERE n.proposed = $after_state AND n.name = $after_name AND n.uid > $after_uid
    AND n.deleted_at IS NULL AND ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Account'
  MATCH (n:Account) WHERE n.proposed = $after_state AND n.name > $after_name AND n.uid IS NOT NULL
    AND n.deleted_at IS NULL AND ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Account'
  MATCH (n:Account) WHERE $after_state < n.proposed <= $last_state AND n.name IS NOT NULL AND n.uid IS NOT NULL
    AND n.deleted_at IS NULL AND ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact) WHERE n.proposed = $after_state AND n.name = $after_name AND n.uid > $after_uid
    AND n.deleted_at IS NULL AND ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact) WHERE n.proposed = $after_state AND n.name > $after_name AND n.uid IS NOT NULL
    AND n.deleted_at IS NULL AND ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact) WHERE $after_state < n.proposed <= $last_state AND n.name IS NOT NULL AND n.uid IS NOT NULL
    AND n.deleted_at IS NULL AND ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  RETURN n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
}
WITH n ORDER BY n.proposed, n.name, n.uid LIMIT $limit
RETURN labels(n)[0] AS label, n.uid AS uid
