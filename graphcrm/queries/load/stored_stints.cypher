// All entered stints of some contacts, and the stints with these uids, whoever's they are.
// mode: read
// params: contacts, uids
// rows: found
CALL () {
  UNWIND $contacts AS contact
  MATCH (c:Contact {uid: contact})-[w:WORKS_AT]->(a:Account) WHERE w.carried_from IS NULL
  RETURN c, w, a
  UNION
  UNWIND $uids AS uid
  MATCH (c:Contact)-[w:WORKS_AT {uid: uid}]->(a:Account) WHERE w.carried_from IS NULL
  RETURN c, w, a
}
// One record, because each costs a driver more than what is in it; and days as text, which is faster to send.
RETURN collect([c.uid, a.uid, w {.*, recorded_at: null, verified_on: toString(w.verified_on),
  start_min: toString(w.start_min), start_max: toString(w.start_max),
  end_min: toString(w.end_min), end_max: toString(w.end_max)}]) AS found
