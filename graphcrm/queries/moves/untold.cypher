// Of which of some moves nobody was told yet, nor within a quarter that the contact joined that account.
// mode: read
// params: moves, limit
// rows: uid
UNWIND $moves AS move
MATCH (c:Contact {uid: move.contact})
WHERE NOT EXISTS { (c)<-[:FOR]-(n:MoveNews)-[:JOINED]->(b) WHERE b.uid = move.joined }
RETURN move.uid AS uid LIMIT $limit
