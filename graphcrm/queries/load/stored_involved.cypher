// Whom some opportunities are offered to, and who has which part in them.
// mode: read
// params: uids
// rows: found
UNWIND $uids AS uid
MATCH (o:Opportunity {uid: uid})
RETURN collect([uid, [(o)-[:OFFERED_TO]->(a) | a.uid][0], [(o)-[i:INVOLVES]->(c) | [c.uid, i.role]]]) AS found
