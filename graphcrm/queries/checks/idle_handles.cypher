// Handles that nobody has.
// mode: read
// params: limit
// rows: where, what
MATCH (h:Handle) WHERE NOT EXISTS { (h)--() }
RETURN [h.uid] AS where, 'nobody has it' AS what ORDER BY where LIMIT $limit
