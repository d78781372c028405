// Records and teams without a uid or a name.
// mode: read
// params: limit
// rows: where, what
MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task|User|Team)
WHERE n.uid IS NULL OR n.name IS NULL
RETURN [labels(n)[0] + ' ' + coalesce(n.uid, '')] AS where, 'it has no uid or no name' AS what
ORDER BY where LIMIT $limit
