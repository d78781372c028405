// One page of the stints and links in the order of their uids, with what their bounds follow from.
// mode: read
// params: after, limit
// rows: uid, start, end, end_status, verified_on, start_min, start_max, end_min, end_max
CALL () {
  MATCH ()-[w:WORKS_AT]->() WHERE w.uid > $after AND w.carried_from IS NULL RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:REPORTS_TO]->() WHERE w.uid > $after RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:RELATED_TO]->() WHERE w.uid > $after RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:SUBSIDIARY_OF]->() WHERE w.uid > $after RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:PARTNER_OF]->() WHERE w.uid > $after RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:SUCCEEDED_BY]->() WHERE w.uid > $after RETURN w ORDER BY w.uid LIMIT $limit
}
WITH w ORDER BY w.uid LIMIT $limit
RETURN w.uid AS uid, w.start AS start, w.end AS end, w.end_status AS end_status, w.verified_on AS verified_on,
  w.start_min AS start_min, w.start_max AS start_max, w.end_min AS end_min, w.end_max AS end_max
ORDER BY uid
