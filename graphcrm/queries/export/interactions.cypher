// A page of interactions, in the order of their events and, in an event, of its pairs.
// mode: read
// params: after, limit
// rows: found
MATCH (u:User)-[i:INTERACTED_WITH]->(p:Contact|Lead) WHERE i.event >= $after[0]
WITH i, u, p, u.uid + CASE WHEN p:Lead THEN ' Lead ' ELSE ' Contact ' END + p.uid AS pair
WHERE i.event > $after[0] OR pair > $after[1]
WITH i, u, p, pair ORDER BY i.event, pair LIMIT $limit
// One record, because each costs a driver more than what is in it; and instants as text, which is faster to send.
RETURN collect([i.event, pair, u.uid, labels(p)[0], p.uid, i {.*, recorded_at: null, at: toString(i.at)}]) AS found
