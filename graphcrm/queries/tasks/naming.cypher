// What is remembered of any task or opportunity and names a uid, or may: of what is sealed nobody can say so here.
// mode: read
// params: uid, mark, limit
// rows: uid, kind, before, after
MATCH (h:History) WHERE h.uid STARTS WITH 'Task ' OR h.uid STARTS WITH 'Opportunity '
MATCH (h)<-[:ON]-(r) WHERE r.kind IN ['task', 'opportunity']
  AND any(state IN [r.before, r.after] WHERE state CONTAINS $uid OR state STARTS WITH $mark)
RETURN r.uid AS uid, r.kind AS kind, r.before AS before, r.after AS after ORDER BY uid LIMIT $limit
