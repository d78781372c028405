// The names of tags in which some letters are, those that begin with them first.
// mode: read
// params: text, limit
// rows: uid, name, colour
MATCH (t:Tag) WHERE t.removed_at IS NULL AND t.key CONTAINS $text
RETURN t.uid AS uid, t.name AS name, t.colour AS colour
ORDER BY NOT t.key STARTS WITH $text, t.key LIMIT $limit
