// Records by what people type: names, other names, aliases, handles, titles; exact names first, then best match.
// mode: read
// params: words, names, text, labels, on, limit
// rows: type, uid, name, detail, matched
CALL () {
  CALL db.index.fulltext.queryNodes('account_text', $words, {limit: $limit}) YIELD node, score
  RETURN node, score, coalesce(node.aliases, []) + node.name AS texts
  UNION ALL
  CALL db.index.fulltext.queryNodes('contact_text', $words, {limit: $limit}) YIELD node, score
  RETURN node, score, coalesce(node.other_names, []) + node.name AS texts
  UNION ALL
  CALL db.index.fulltext.queryNodes('lead_text', $words, {limit: $limit}) YIELD node, score
  RETURN node, score, [node.company_name, node.title, node.name] AS texts
  UNION ALL
  CALL db.index.fulltext.queryNodes('user_text', $words, {limit: $limit}) YIELD node, score
  RETURN node, score, [node.email, node.name] AS texts
  UNION ALL
  CALL db.index.fulltext.queryRelationships('job_text', $words, {limit: $limit}) YIELD relationship, score
  RETURN startNode(relationship) AS node, score / 2 AS score, [relationship.department, relationship.title] AS texts
  UNION ALL
  MATCH (h:Handle) WHERE h.value STARTS WITH $text
  MATCH (h)<-[:HAS_HANDLE]-(node) WITH h, node LIMIT $limit
  RETURN node, 5.0 AS score, [h.value] AS texts
  UNION ALL
  UNWIND $names AS name  // what full text cannot find, because it leaves out stop words
  MATCH (node:Account|Contact|Lead|User) WHERE node.name STARTS WITH name WITH node LIMIT $limit
  RETURN node, 5.0 AS score, [node.name] AS texts
}
WITH node, score, texts WHERE labels(node)[0] IN $labels
WITH node, score + CASE WHEN toLower(node.name) = $text THEN 100 ELSE 0 END AS score,
  coalesce([text IN texts WHERE toLower(text) CONTAINS $text][0], texts[-1], texts[0]) AS matched
ORDER BY score DESC, node.uid
WITH node, collect(matched)[0] AS matched, max(score) AS score ORDER BY score DESC, node.uid LIMIT $limit
CALL (node) {
  OPTIONAL MATCH (node)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect(a.name + coalesce(' · ' + w.title, ''))[0] AS job
}
RETURN toLower(labels(node)[0]) AS type, node.uid AS uid, node.name AS name,
  coalesce(job, node.company_name, node.city, node.email) AS detail, matched
ORDER BY score DESC, uid
