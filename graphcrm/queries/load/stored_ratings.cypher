// The ratings of some (user, contact) pairs.
// mode: read
// params: pairs
// rows: user, contact, at, props
UNWIND $pairs AS pair
MATCH (u:User {uid: pair[0]})
WITH u, pair
MATCH (c:Contact {uid: pair[1]})
WITH u, c
MATCH (u)-[r:RATES]->(c)
RETURN u.uid AS user, c.uid AS contact, r.at AS at, r {.*, recorded_at: null, at: null} AS props
