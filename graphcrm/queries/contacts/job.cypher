// One job by uid, with all that is recorded of it.
// mode: read
// params: uid, limit, see
// rows: uid, contact, contact_name, account, account_name, title, department, role, responsibilities, main_contact, kind, primary, concurrent, start, end, end_status, verified_on, start_min, start_max, end_min, end_max, work_email, work_phone, source, rev, recorded_at, recorded_by
MATCH (c)-[w:WORKS_AT {uid: $uid}]->(a) WHERE w.carried_from IS NULL
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
RETURN w.uid AS uid, c.uid AS contact, c.name AS contact_name, a.uid AS account, a.name AS account_name,
  w.title AS title, w.department AS department, w.role AS role, w.responsibilities AS responsibilities,
  coalesce(w.main_contact, false) AS main_contact, coalesce(w.kind, 'employee') AS kind,
  coalesce(w.primary, false) AS primary, coalesce(w.concurrent, false) AS concurrent,
  w.start AS start, w.end AS end, w.end_status AS end_status, w.verified_on AS verified_on,
  w.start_min AS start_min, w.start_max AS start_max, w.end_min AS end_min, w.end_max AS end_max,
  w.work_email AS work_email, w.work_phone AS work_phone, w.source AS source, coalesce(w.rev, 1) AS rev,
  w.recorded_at AS recorded_at, w.recorded_by AS recorded_by
LIMIT $limit
