// Handles twice: two for one address, two edges to one, two primary ones of a kind, one e-mail address of two users.
// mode: read
// params: limit
// rows: where, what
CALL () {
  MATCH (h:Handle) WHERE h.uid <> h.kind + ':' + h.value OR h.kind IS NULL OR h.value IS NULL
  RETURN [coalesce(h.uid, '')] AS where, 'its uid is not its kind and value' AS what
  UNION ALL
  MATCH (n)-[r:HAS_HANDLE]->(h)
  WITH n, h, count(r) AS times WHERE times > 1
  RETURN [labels(n)[0] + ' ' + n.uid, h.uid] AS where, 'the record has it ' + times + ' times' AS what
  UNION ALL
  MATCH (n)-[r:HAS_HANDLE]->(h) WHERE r.primary
  WITH n, h.kind AS kind, collect(h.uid) AS found WHERE size(found) > 1
  UNWIND found AS uid
  WITH n, kind, uid ORDER BY uid
  WITH n, kind, collect(uid) AS primary
  RETURN [labels(n)[0] + ' ' + n.uid] + primary AS where, 'several of one kind are primary' AS what
  UNION ALL
  MATCH (u:User)-[:HAS_HANDLE]->(h:Handle {kind: 'email'})
  WITH h, u ORDER BY u.uid
  WITH h, collect(DISTINCT u.uid) AS users WHERE size(users) > 1
  RETURN [h.uid] + users AS where, 'several users have this e-mail address' AS what
  UNION ALL
  MATCH (u:User) WHERE u.email IS NOT NULL AND u.deleted_at IS NULL
  WITH u ORDER BY u.uid
  WITH toLower(u.email) AS email, collect(u.uid) AS users WHERE size(users) > 1
  RETURN [email] + users AS where, 'several users have this e-mail address' AS what
}
RETURN where, what ORDER BY where LIMIT $limit
