// What some leads became.
// mode: read
// params: leads
// rows: uid, lead, label, record, at, props
UNWIND $leads AS uid
MATCH (l:Lead {uid: uid})-[e:CONVERTED_TO]->(n)
RETURN e.uid AS uid, l.uid AS lead, labels(n)[0] AS label, n.uid AS record, e.at AS at,
  e {.*, recorded_at: null, at: null} AS props
ORDER BY lead, label DESC, record
