// What is remembered of any task and names a uid, or may: of what is sealed nobody can say so here.
// mode: read
// params: uid, mark, limit
// rows: uid, before, after
MATCH (h:History) WHERE h.uid STARTS WITH 'Task '
MATCH (h)<-[:ON]-(r) WHERE r.kind = 'task'
  AND any(state IN [r.before, r.after] WHERE state CONTAINS $uid OR state STARTS WITH $mark)
RETURN r.uid AS uid, r.before AS before, r.after AS after ORDER BY uid LIMIT $limit
