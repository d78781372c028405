// Everybody whose jobs acquisitions carry over, or have carried over.
// mode: read
// params: limit
// rows: contacts
CALL () {
  MATCH ()-[s:SUCCEEDED_BY]->()
  WITH DISTINCT startNode(s) AS a
  MATCH (a)<-[:WORKS_AT]-(c:Contact)
  RETURN c
  UNION
  MATCH (c:Contact)-[w:WORKS_AT]->() WHERE w.carried_from IS NOT NULL
  RETURN c
}
WITH DISTINCT c.uid AS uid ORDER BY uid LIMIT $limit
RETURN collect(uid) AS contacts
