// Make users members of a team, by its name, and of no other.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
OPTIONAL MATCH (u)-[old:MEMBER_OF]->(:Team)
DELETE old
WITH DISTINCT u, row
MERGE (t:Team {uid: row.team})
ON CREATE SET t.name = row.name, t.rev = 1, t.created_at = $at, t.updated_at = $at
MERGE (u)-[:MEMBER_OF]->(t)
RETURN count(u) AS written
