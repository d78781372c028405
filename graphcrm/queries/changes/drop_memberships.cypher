// Take users out of their team, or from their own contact record.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (u:User {uid: row.uid})
OPTIONAL MATCH (u)-[m:MEMBER_OF]->() WHERE row.team
OPTIONAL MATCH (u)-[i:IS]->() WHERE row.own
DELETE m, i
RETURN count(*) AS written
