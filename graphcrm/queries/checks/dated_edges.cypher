// One page of the stints and links in the order of their uids, with what their bounds follow from.
// mode: read
// params: after, limit
// rows: found
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
// One record, because each costs a driver more than what is in it; and days as text, which is faster to send.
RETURN collect([w.uid, w.start, w.end, w.end_status, toStringOrNull(w.verified_on),
  toStringOrNull(w.start_min), toStringOrNull(w.start_max), toStringOrNull(w.end_min), toStringOrNull(w.end_max),
  w.verified_on IS :: DATE NOT NULL AND w.start_min IS :: DATE NOT NULL AND w.start_max IS :: DATE NOT NULL
    AND w.end_min IS :: DATE NOT NULL AND w.end_max IS :: DATE NOT NULL]) AS found
