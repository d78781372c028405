// The attendance of some [campaign, label, uid] people.
// mode: read
// params: attending
// rows: campaign, label, person, on, props
UNWIND $attending AS one
MATCH (g:Campaign {uid: one[0]})
CALL (one) {
  WITH one WHERE one[1] = 'Contact' MATCH (n:Contact {uid: one[2]}) RETURN n
  UNION ALL
  WITH one WHERE one[1] = 'Lead' MATCH (n:Lead {uid: one[2]}) RETURN n
}
MATCH (n)-[e:ATTENDS]->(g)
RETURN g.uid AS campaign, labels(n)[0] AS label, n.uid AS person, e.on AS on,
  e {.*, recorded_at: null, on: null} AS props
