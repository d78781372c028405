// The records of one label that a uid, name, alias, e-mail or domain may mean, the uid first.
// mode: read
// params: label, text, folded, limit
// rows: uid, name, exact
CALL () {
  MATCH (n:Account|Contact|User {uid: $text}) RETURN n, 0 AS kind
  UNION
  MATCH (n:Account|Contact|User {name: $text}) RETURN n, 1 AS kind
  UNION
  MATCH (h:Handle {value: $folded})<-[:HAS_HANDLE]-(n) RETURN n, 1 AS kind
  UNION
  MATCH (n:User {email: $folded}) RETURN n, 1 AS kind
}
WITH n, min(kind) AS kind WHERE $label IN labels(n)
RETURN n.uid AS uid, n.name AS name, kind = 0 AS exact
ORDER BY kind, name, uid LIMIT $limit
