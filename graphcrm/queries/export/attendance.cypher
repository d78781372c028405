// A page of who attends campaigns, in the order of the campaigns.
// mode: read
// params: after, limit
// rows: found
MATCH (g:Campaign) WHERE g.uid >= $after[0]
MATCH (g)<-[e:ATTENDS]-(n) WHERE g.uid > $after[0] OR e.uid > $after[1]
WITH g, e, n ORDER BY g.uid, e.uid LIMIT $limit
RETURN collect([e.uid, g.uid, labels(n)[0], n.uid, e {.*, recorded_at: null, on: toString(e.on)}]) AS found
