// KNOWS of pairs that never met.
// mode: read
// params: limit
// rows: where, what
MATCH (u)-[k:KNOWS]->(c) WHERE NOT EXISTS { (u)-[:INTERACTED_WITH]->(c) }
RETURN [u.uid, c.uid] AS where, 'there is no interaction for it' AS what ORDER BY where LIMIT $limit
