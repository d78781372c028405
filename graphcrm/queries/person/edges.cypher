// Every edge of one contact or lead, set aside or not, but those of moves and those to what may not be seen.
// mode: read
// params: label, uid, limit, see
// rows: type, outgoing, label, other, name, props
CALL () {
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact {uid: $uid}) WHERE ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead'
  MATCH (n:Lead {uid: $uid}) WHERE ($see.Lead IS NULL OR coalesce(n.owner, '') IN $see.Lead)
  RETURN n
}
MATCH (n)-[e]-(o)
WHERE NOT e:FOR AND ($see[labels(o)[0]] IS NULL OR coalesce(o.owner, '') IN $see[labels(o)[0]])
RETURN CASE WHEN e:TRASHED THEN e.type ELSE type(e) END AS type, startNode(e) = n AS outgoing, labels(o)[0] AS label,
  o.uid AS other, coalesce(o.name, o.value) AS name, e {.*, type: null} AS props
ORDER BY type, coalesce(toString(e.at), toString(e.start), ''), other, e.uid LIMIT $limit
