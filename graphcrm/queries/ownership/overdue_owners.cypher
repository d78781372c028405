// The records whose owner may be another since a day that has come, as assignments say that began or ended with it.
// mode: read
// params: on, limit
// rows: label, uid
CALL () {
  MATCH (n:Account) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:Contact) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:Lead) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:Opportunity) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:Contract) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:Order) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:ServiceRequest) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:Campaign) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
  UNION ALL
  MATCH (n:Task) WHERE n.owner_until <= $on AND n.deleted_at IS NULL RETURN n
}
RETURN labels(n)[0] AS label, n.uid AS uid
ORDER BY label, uid LIMIT $limit
