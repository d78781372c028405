// A page of ratings, in the order of their users and contacts.
// mode: read
// params: after, limit
// rows: found
MATCH (u:User) WHERE u.uid >= $after[0]
MATCH (u)-[r:RATES]->(c:Contact) WHERE u.uid > $after[0] OR c.uid > $after[1]
WITH u, r, c ORDER BY u.uid, c.uid LIMIT $limit
RETURN collect([u.uid, c.uid, r {.*, recorded_at: null, at: toString(r.at)}]) AS found
