// The last entry of the audit log, by its number.
// mode: read
// params: limit
// rows: seq, hash, at
MATCH (a:Audit) WHERE a.seq > 0
RETURN a.seq AS seq, a.hash AS hash, a.at AS at ORDER BY seq DESC LIMIT $limit
