// Tags by name, or one of them, with how many records that who asks sees are tagged with each.
// mode: read
// params: uid, text, after, limit, see
// rows: uid, key, name, colour, accounts, contacts, leads, tasks, rev
MATCH (t:Tag) WHERE t.removed_at IS NULL AND ($uid IS NULL OR t.uid = $uid) AND t.key CONTAINS $text
  AND t.key > $after
WITH t ORDER BY t.key LIMIT $limit
CALL (t) {
  MATCH (t)<-[:TAGGED]-(n) WHERE ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  RETURN count(CASE WHEN n:Account THEN 1 END) AS accounts, count(CASE WHEN n:Contact THEN 1 END) AS contacts,
    count(CASE WHEN n:Lead THEN 1 END) AS leads, count(CASE WHEN n:Task THEN 1 END) AS tasks
}
RETURN t.uid AS uid, t.key AS key, t.name AS name, t.colour AS colour, accounts, contacts, leads, tasks, t.rev AS rev
ORDER BY key
