// The records of one label that a uid, a name, or an address in its normal form may mean, the uid first.
// mode: read
// params: label, text, handles, limit, see
// rows: uid, name, exact
CALL () {
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|User {uid: $text})
  RETURN n, 0 AS kind
  UNION
  MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|User {name: $text})
  RETURN n, 1 AS kind
  UNION
  UNWIND $handles AS value MATCH (h:Handle {value: value})<-[:HAS_HANDLE]-(n) RETURN n, 1 AS kind
  UNION
  UNWIND $handles AS value MATCH (n:User {email: value}) RETURN n, 1 AS kind
}
WITH n, min(kind) AS kind WHERE $label IN labels(n) AND n.deleted_at IS NULL
  AND ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
RETURN n.uid AS uid, n.name AS name, kind = 0 AS exact
ORDER BY kind, name, uid LIMIT $limit
