// The sealed secrets of one-time codes, by uid: for sealing them anew with a newer key.
// mode: read
// params: after, limit
// rows: key, sealed
MATCH (c:Credential) WHERE c.uid > $after AND c.totp IS NOT NULL
RETURN c.uid AS key, c.totp AS sealed ORDER BY key LIMIT $limit
