// A page of what leads became, in the order of the leads.
// mode: read
// params: after, limit
// rows: found
MATCH (l:Lead) WHERE l.uid >= $after[0]
MATCH (l)-[e:CONVERTED_TO]->(n) WHERE l.uid > $after[0] OR e.uid > $after[1]
WITH l, e, n ORDER BY l.uid, e.uid LIMIT $limit
RETURN collect([e.uid, l.uid, labels(n)[0], n.uid, e {.*, recorded_at: null, at: toString(e.at)}]) AS found
