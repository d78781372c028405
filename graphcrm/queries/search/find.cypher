// Records by what people type: names, other names, aliases, handles, titles; exact names first, then best match.
// mode: read
// params: words, text, limit
// rows: type, uid, name, detail, matched
CALL () {
  CALL db.index.fulltext.queryNodes('account_text', $words, {limit: $limit}) YIELD node, score
  RETURN 'account' AS type, node, score, coalesce([x IN node.aliases WHERE toLower(x) CONTAINS $text][0], node.name) AS matched
  UNION ALL
  CALL db.index.fulltext.queryNodes('contact_text', $words, {limit: $limit}) YIELD node, score
  RETURN 'contact' AS type, node, score, coalesce([x IN node.other_names WHERE toLower(x) CONTAINS $text][0], node.name) AS matched
  UNION ALL
  CALL db.index.fulltext.queryNodes('lead_text', $words, {limit: $limit}) YIELD node, score
  RETURN 'lead' AS type, node, score, node.name AS matched
  UNION ALL
  CALL db.index.fulltext.queryNodes('user_text', $words, {limit: $limit}) YIELD node, score
  RETURN 'user' AS type, node, score, node.name AS matched
  UNION ALL
  MATCH (h:Handle) WHERE h.value STARTS WITH $text
  MATCH (h)<-[:HAS_HANDLE]-(node) WITH h, node LIMIT $limit
  RETURN toLower(labels(node)[0]) AS type, node, 5.0 AS score, h.value AS matched
  UNION ALL
  CALL db.index.fulltext.queryRelationships('job_text', $words, {limit: $limit}) YIELD relationship, score
  RETURN 'contact' AS type, startNode(relationship) AS node, score / 2 AS score, relationship.title AS matched
}
WITH node, type, matched, score + CASE WHEN toLower(node.name) = $text THEN 100 ELSE 0 END AS score
ORDER BY score DESC, node.uid
WITH node, type, collect(matched)[0] AS matched, max(score) AS score ORDER BY score DESC, node.uid LIMIT $limit
CALL (node, type) {
  OPTIONAL MATCH (node)-[w:WORKS_AT]->(a) WHERE type = 'contact' AND w.end_max = date('9999-12-31')
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect(a.name + coalesce(' · ' + w.title, ''))[0] AS job
}
RETURN type, node.uid AS uid, node.name AS name,
  coalesce(job, node.company_name, node.city, node.email) AS detail, matched
