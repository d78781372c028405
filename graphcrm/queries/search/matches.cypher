// Records of some labels by what people type: names, other names, aliases, handles, titles; the best match first.
// mode: read
// params: words, names, handles, text, labels, limit, see
// rows: type, uid, name, matched, score
CALL () {
  UNWIND [label IN $labels | toLower(label) + '_text'] AS index
  CALL db.index.fulltext.queryNodes(index, $words, {limit: $limit}) YIELD node, score
  RETURN node, score,
    coalesce(node.aliases, node.other_names, [node.company_name, node.title, node.email, node.number])
      + node.name AS texts
  UNION ALL
  UNWIND [label IN $labels WHERE label = 'Contact'] AS label  // only they have jobs
  CALL db.index.fulltext.queryRelationships('job_text', $words, {limit: $limit}) YIELD relationship, score
  WITH * WHERE $see.Account IS NULL OR coalesce(endNode(relationship).owner, '') IN $see.Account
  RETURN startNode(relationship) AS node, score / 2 AS score, [relationship.department, relationship.title] AS texts
  UNION ALL
  UNWIND $handles AS value
  MATCH (h:Handle) WHERE h.value STARTS WITH value
  MATCH (h)<-[:HAS_HANDLE]-(node) WHERE labels(node)[0] IN $labels
  WITH h, node, value LIMIT $limit  // in the order of the index: the value itself comes first
  RETURN node, CASE WHEN h.value = value THEN 50.0 ELSE 5.0 END AS score, [h.value] AS texts
  UNION ALL
  UNWIND $names AS name  // what full text cannot find, because it leaves out stop words
  MATCH (node:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|User)
  WHERE node.name STARTS WITH name AND labels(node)[0] IN $labels
  WITH node LIMIT $limit
  RETURN node, 5.0 AS score, [node.name] AS texts
}
WITH * WHERE node.deleted_at IS NULL
  AND ($see[labels(node)[0]] IS NULL OR coalesce(node.owner, '') IN $see[labels(node)[0]])
WITH node, score + CASE WHEN toLower(node.name) = $text THEN 100 ELSE 0 END AS score,
  coalesce([text IN texts WHERE toLower(text) CONTAINS $text][0], texts[-1], texts[0]) AS matched
ORDER BY score DESC, node.uid
WITH node, collect(matched)[0] AS matched, max(score) AS score
RETURN CASE WHEN node:ServiceRequest THEN 'service_request' ELSE toLower(labels(node)[0]) END AS type,
  node.uid AS uid, node.name AS name, matched, score
ORDER BY score DESC, uid, type LIMIT $limit
