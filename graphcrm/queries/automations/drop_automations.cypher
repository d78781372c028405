// Delete for ever the automations that were deleted before a moment, with what they did, so much at once.
// mode: write
// params: before, limit
// rows: gone
MATCH (a:Automation) WHERE a.removed_at < $before
OPTIONAL MATCH (a)-[:RAN]->(r)
WITH a, r LIMIT $limit
WITH collect(DISTINCT a) AS ours, collect(r) AS runs
FOREACH (r IN runs | DETACH DELETE r)
WITH ours, size(runs) AS gone
CALL (ours) {
  UNWIND ours AS a
  WITH a WHERE NOT EXISTS { (a)-[:RAN]->() }
  DETACH DELETE a
  RETURN count(*) AS whole
}
RETURN gone + whole AS gone
