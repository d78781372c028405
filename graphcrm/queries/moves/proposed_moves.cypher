// Proposed moves: jobs begun or entered since a day while one elsewhere is still said to be held, the latest first.
// mode: read
// params: since, on, after_on, after_uid, limit, see
// rows: uid, moved_on, start, contact, name, from_job, from_account, from_name, from_title, to_account, to_name, to_title
CALL () {
  MATCH (c)-[w:WORKS_AT]->(b) WHERE w.start_min >= $since AND w.start_min <= $on AND w.kind IS NOT NULL
    AND w.start_min > date('0001-01-01')
  RETURN c, w, b, w.start_min AS moved_on
  UNION ALL  // of a start that nobody knows, the day on which the job was entered stands for it
  MATCH (c)-[w:WORKS_AT]->(b) WHERE w.start_min = date('0001-01-01') AND w.kind IS NOT NULL
  WITH c, w, b, date(w.recorded_at) AS moved_on WHERE $since <= moved_on <= $on
  RETURN c, w, b, moved_on
}
WITH * WHERE NOT w.kind IN ['board', 'advisor'] AND $on < w.end_max AND w.carried_from IS NULL
  AND NOT coalesce(w.concurrent, false)
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
  AND ($after_on IS NULL OR moved_on < $after_on OR (moved_on = $after_on AND w.uid > $after_uid))
CALL (c, w, b) {
  MATCH (c)-[v:WORKS_AT]->(a)
  WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) AND a <> b
    AND v.end_max = date('9999-12-31') AND v.start_min <= w.start_max
    AND CASE WHEN w.start IS NULL THEN v.recorded_at < w.recorded_at
      ELSE [v.start_min, v.uid] < [w.start_min, w.uid]  // as a pair: apart, an index of uids would be read whole
        AND (v.start IS NOT NULL OR coalesce(v.recorded_at <= w.recorded_at, true)) END
    AND v.carried_from IS NULL AND NOT coalesce(v.concurrent, false)
    AND NOT coalesce(v.kind, '') IN ['board', 'advisor']
  RETURN a, v ORDER BY coalesce(v.primary, false) DESC, v.start_min DESC, v.uid LIMIT 1
}
RETURN w.uid AS uid, moved_on, w.start AS start, c.uid AS contact, c.name AS name,
  v.uid AS from_job, a.uid AS from_account, a.name AS from_name, v.title AS from_title,
  b.uid AS to_account, b.name AS to_name, w.title AS to_title
ORDER BY moved_on DESC, uid LIMIT $limit
