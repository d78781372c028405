// Forget what automations did with records that left their lists before a moment.
// mode: write
// params: before, limit
// rows: gone
MATCH (r:AutomationRun) WHERE r.left_at < $before
WITH r LIMIT $limit
DETACH DELETE r
RETURN count(*) AS gone
