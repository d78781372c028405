// Records by what people type: names, other names, aliases, handles, titles; exact names first, then best match.
// mode: read
// params: words, names, text, limit
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
