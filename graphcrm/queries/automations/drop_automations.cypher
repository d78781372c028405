// Delete for ever the automations that were deleted before a moment, with what they did.
// mode: write
// params: before, limit
// rows: gone
MATCH (a:Automation) WHERE a.removed_at < $before
OPTIONAL MATCH (a)-[:RAN]->(r)
WITH a, r LIMIT $limit
DETACH DELETE r
WITH DISTINCT a WHERE NOT EXISTS { (a)-[:RAN]->() }
DETACH DELETE a
RETURN count(*) AS gone
