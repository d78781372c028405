// Nodes of one label by uid, with their values that are sealed or have one of some names.
// mode: read
// params: label, names, mark, after, limit
// rows: uid, kind, values
CALL () {
  WITH * WHERE $label = 'Account' MATCH (n:Account) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contact' MATCH (n:Contact) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Lead' MATCH (n:Lead) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Opportunity' MATCH (n:Opportunity) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contract' MATCH (n:Contract) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Order' MATCH (n:Order) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'ServiceRequest'
  MATCH (n:ServiceRequest) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Campaign' MATCH (n:Campaign) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Task' MATCH (n:Task) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Credential' MATCH (n:Credential) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Revision' MATCH (n:Revision) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'IdempotencyKey'
  MATCH (n:IdempotencyKey) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
}
RETURN n.uid AS uid, n.kind AS kind,
  [key IN keys(n) WHERE key IN $names OR n[key] STARTS WITH $mark | [key, n[key]]] AS values
ORDER BY uid
