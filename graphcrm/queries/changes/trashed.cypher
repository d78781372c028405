// The records in the trash, the latest first.
// mode: read
// params: after_at, after_key, limit, see
// rows: type, uid, name, deleted_at, key
CALL () {
  MATCH (n:Account) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:Contact) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:Lead) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:Opportunity) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:Contract) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:Order) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:ServiceRequest) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:Campaign) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:Task) WHERE n.deleted_at IS NOT NULL RETURN n
  UNION ALL
  MATCH (n:User) WHERE n.deleted_at IS NOT NULL RETURN n
}
WITH n WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
WITH n, n.uid + ' ' + labels(n)[0] AS key
WHERE $after_at IS NULL OR n.deleted_at < $after_at OR (n.deleted_at = $after_at AND key > $after_key)
RETURN CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END AS type,
  n.uid AS uid, n.name AS name, n.deleted_at AS deleted_at, key
ORDER BY deleted_at DESC, key LIMIT $limit
