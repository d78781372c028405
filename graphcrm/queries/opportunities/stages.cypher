// The stages of opportunities as an administrator has said them, in their order; none while they are those shipped.
// mode: read
// params: limit
// rows: key, name, status, probability, position, retired, rev
MATCH (s:Stage)
RETURN s.uid AS key, s.name AS name, s.status AS status, s.probability AS probability, s.position AS position,
  coalesce(s.retired, false) AS retired, s.rev AS rev
ORDER BY position, key LIMIT $limit
