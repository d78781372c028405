// One page of the stints and links in the order of their uids, with what their bounds follow from.
// mode: read
// params: after, limit
// rows: uid, start, end, end_status, verified_on, start_min, start_max, end_min, end_max
CALL () {
  MATCH ()-[w:WORKS_AT]->() USING INDEX w:WORKS_AT(uid) WHERE w.uid > $after AND w.carried_from IS NULL
  RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:REPORTS_TO]->() USING INDEX w:REPORTS_TO(uid) WHERE w.uid > $after
  RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:RELATED_TO]->() USING INDEX w:RELATED_TO(uid) WHERE w.uid > $after
  RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:SUBSIDIARY_OF]->() USING INDEX w:SUBSIDIARY_OF(uid) WHERE w.uid > $after
  RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:PARTNER_OF]->() USING INDEX w:PARTNER_OF(uid) WHERE w.uid > $after
  RETURN w ORDER BY w.uid LIMIT $limit
  UNION ALL
  MATCH ()-[w:SUCCEEDED_BY]->() USING INDEX w:SUCCEEDED_BY(uid) WHERE w.uid > $after
  RETURN w ORDER BY w.uid LIMIT $limit
}
WITH w ORDER BY w.uid LIMIT $limit
RETURN w.uid AS uid, w.start AS start, w.end AS end, w.end_status AS end_status, w.verified_on AS verified_on,
  w.start_min AS start_min, w.start_max AS start_max, w.end_min AS end_min, w.end_max AS end_max
ORDER BY uid
