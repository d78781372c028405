// Moves of nobody, or to nowhere.
// mode: read
// params: limit
// rows: where, what
MATCH (m:Move) WHERE NOT EXISTS { (m)-[:FOR]->(:Contact) } OR NOT EXISTS { (m)-[:JOINED]->(:Account) }
RETURN ['Move ' + m.uid] AS where, 'it is for no contact, or joins no account' AS what ORDER BY where LIMIT $limit
