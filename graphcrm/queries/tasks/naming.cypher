// What is remembered of what is tied to records and names a uid, or may: of what is sealed nobody can say so here.
// mode: read
// params: uid, mark, limit
// rows: uid, kind, before, after
UNWIND ['Task ', 'Opportunity ', 'Contract ', 'Order ', 'ServiceRequest '] AS of
MATCH (h:History) WHERE h.uid STARTS WITH of
MATCH (h)<-[:ON]-(r) WHERE r.kind IN ['task', 'opportunity', 'contract', 'order', 'service_request']
  AND any(state IN [r.before, r.after] WHERE state CONTAINS $uid OR state STARTS WITH $mark)
RETURN r.uid AS uid, r.kind AS kind, r.before AS before, r.after AS after ORDER BY uid LIMIT $limit
