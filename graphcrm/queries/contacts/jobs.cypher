// The entered stints of one contact that had begun by a day, earliest first, unknown starts before all.
// mode: read
// params: contact, on, after, limit, see
// rows: uid, account, account_name, account_kind, placeholder, title, department, role, kind, primary, start, end, end_status, verified_on, start_min, start_max, end_min, end_max
MATCH (c:Contact {uid: $contact})-[w:WORKS_AT]->(a)
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  AND w.carried_from IS NULL AND w.start_min <= $on AND ($after IS NULL OR w.start_min > $after[0]
  OR (w.start_min = $after[0] AND (w.end_max > $after[1] OR (w.end_max = $after[1] AND w.uid > $after[2]))))
RETURN w.uid AS uid, a.uid AS account, a.name AS account_name, a.kind AS account_kind,
  coalesce(a.placeholder, false) AS placeholder,
  w.title AS title, w.department AS department, w.role AS role, w.kind AS kind,
  coalesce(w.primary, false) AS primary, w.start AS start, w.end AS end, w.end_status AS end_status,
  w.verified_on AS verified_on, w.start_min AS start_min, w.start_max AS start_max, w.end_min AS end_min,
  w.end_max AS end_max
ORDER BY w.start_min, w.end_max, w.uid LIMIT $limit
