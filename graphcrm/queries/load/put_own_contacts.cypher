// Say which contact record is a user's own, instead of any other, in the trash too.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.user})
OPTIONAL MATCH (u)-[old:IS|TRASHED]->(:Contact) WHERE coalesce(old.type, 'IS') = 'IS'
DELETE old
WITH DISTINCT u, row
MATCH (c:Contact {uid: row.contact})
MERGE (u)-[:IS]->(c)
RETURN count(u) AS written
