// A page of tasks, contracts, orders or service requests in the order of their uids, with all that is recorded of them.
// mode: read
// params: label, after, limit
// rows: found
CALL () {
  WITH * WHERE $label = 'Task' MATCH (n:Task) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contract' MATCH (n:Contract) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Order' MATCH (n:Order) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'ServiceRequest'
  MATCH (n:ServiceRequest) WHERE n.uid > $after RETURN n ORDER BY n.uid LIMIT $limit
}
RETURN collect([n.uid, n {.*}]) AS found
