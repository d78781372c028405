// Create records, or change them where they are still at the revision that was read; and give them handles.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Account' MERGE (n:Account {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contact' MERGE (n:Contact {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Lead' MERGE (n:Lead {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Opportunity' MERGE (n:Opportunity {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contract' MERGE (n:Contract {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Order' MERGE (n:Order {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'ServiceRequest' MERGE (n:ServiceRequest {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Campaign' MERGE (n:Campaign {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Task' MERGE (n:Task {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'User' MERGE (n:User {uid: row.uid}) RETURN n
}
SET n.rev = coalesce(n.rev, 0)  // takes the lock before the revision is compared
WITH n, row WHERE n.rev = row.rev
SET n += row.props, n.rev = row.rev + 1, n.updated_at = $at, n.created_at = coalesce(n.created_at, $at)
FOREACH (handle IN row.handles |
  MERGE (h:Handle {uid: handle.uid}) ON CREATE SET h.kind = handle.kind, h.value = handle.value
  MERGE (n)-[r:HAS_HANDLE]->(h) SET r.primary = handle.primary, r.label = coalesce(handle.label, r.label))
RETURN count(n) AS written
