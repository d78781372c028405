// The topics of what a user had to do with others since a moment, by event, the latest first.
// mode: read
// params: user, since, limit
// rows: topics
MATCH (:User {uid: $user})-[i:INTERACTED_WITH]->()
WHERE i.at >= $since
WITH i, size(i.topics) AS words WHERE words > 0  // topics may be sealed: how many there are is not
WITH i.event AS event, collect(i)[0] AS i ORDER BY i.at DESC, event LIMIT $limit
RETURN i.topics AS topics ORDER BY i.at DESC, event
