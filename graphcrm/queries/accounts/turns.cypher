// Who came to one account, who left it, and whose it became, up to a day, latest first.
// mode: read
// params: account, on, after, limit, see
// rows: kind, day, key, entered, who, name, title, other, other_name
MATCH (a:Account {uid: $account}) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
CALL (a) {
  MATCH (a)<-[w:WORKS_AT]-(c) WHERE w.start_min <= $on AND w.start IS NOT NULL AND w.carried_from IS NULL
    AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    AND NOT EXISTS {  // whoever was there before is promoted
      (c)-[v:WORKS_AT]->(b) WHERE b = a AND v.carried_from IS NULL AND v.end_max >= w.start_min
        AND (v.start_min < w.start_min OR (v.start_min = w.start_min AND v.uid < w.uid))
    }
  RETURN 'came' AS kind, w.start_min AS day, 'came ' + w.uid AS key, w.start AS entered, c AS who, w AS edge
  UNION ALL
  MATCH (a)<-[w:WORKS_AT]-(c) WHERE w.end_max <= $on AND w.end IS NOT NULL AND w.carried_from IS NULL
    AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    AND NOT EXISTS {
      (c)-[v:WORKS_AT]->(b) WHERE b = a AND v.carried_from IS NULL AND v.start_min <= w.end_max
        AND (v.end_max > w.end_max OR (v.end_max = w.end_max AND v.uid > w.uid))
    }
  RETURN 'left' AS kind, w.end_max AS day, 'left ' + w.uid AS key, w.end AS entered, c AS who, w AS edge
  UNION ALL
  MATCH (a)-[o:ASSIGNED_TO]->(u) UNWIND [['owned', o.start], ['released', o.end]] AS turn
  WITH a, u, o, turn[0] AS kind, turn[1] AS day WHERE day <= $on
    AND (kind = 'owned' OR NOT EXISTS { (a)-[n:ASSIGNED_TO]->() WHERE n.start = day })
  RETURN kind, day, kind + ' ' + o.uid AS key, toString(day) AS entered, u AS who, o AS edge
}
WITH a, kind, day, key, entered, who, edge
WHERE $after IS NULL OR day < $after[0] OR (day = $after[0] AND key > $after[1])
ORDER BY day DESC, key LIMIT $limit
CALL (a, kind, who, edge) {  // where they came from, or went to; a handover takes up to three months, as in the moves
  MATCH (who)-[v:WORKS_AT]->(b) WHERE b <> a AND ($see.Account IS NULL OR coalesce(b.owner, '') IN $see.Account)
    AND v.carried_from IS NULL AND NOT coalesce(v.kind, '') IN ['board', 'advisor']
    AND CASE kind WHEN 'came' THEN v.start_min < edge.start_min AND v.end_min <= $on
        AND v.end_max <= edge.start_max + duration({days: 92})
      ELSE v.start_min <= $on AND v.start_max > edge.start_max
        AND v.start_max + duration({days: 92}) >= edge.end_min END
  WITH b ORDER BY v.start_min, v.uid
  WITH collect(b) AS others
  RETURN CASE kind WHEN 'came' THEN others[-1] ELSE others[0] END AS other
}
RETURN kind, day, key, entered, who.uid AS who, who.name AS name, edge.title AS title, other.uid AS other,
  other.name AS other_name
ORDER BY day DESC, key
