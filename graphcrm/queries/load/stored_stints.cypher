// All stints of some contacts, and the stints with these uids, whoever's they are.
// mode: read
// params: contacts, uids
// rows: contact, account, props
CALL () {
  UNWIND $contacts AS contact
  MATCH (c:Contact {uid: contact})-[w:WORKS_AT]->(a:Account)
  RETURN c, w, a
  UNION
  UNWIND $uids AS uid
  MATCH (c:Contact)-[w:WORKS_AT {uid: uid}]->(a:Account)
  RETURN c, w, a
}
// Dates as text: a driver makes dates of Python slowly, and only few of these are looked at.
RETURN c.uid AS contact, a.uid AS account, w {.*, recorded_at: null, verified_on: toString(w.verified_on),
  start_min: toString(w.start_min), start_max: toString(w.start_max),
  end_min: toString(w.end_min), end_max: toString(w.end_max)} AS props
