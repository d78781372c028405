// Forget what automations did before a moment, of records that are no longer in their lists.
// mode: write
// params: before, limit
// rows: gone
MATCH (r:AutomationRun) WHERE r.at < $before AND r.left_at IS NOT NULL
WITH r LIMIT $limit
DETACH DELETE r
RETURN count(*) AS gone
