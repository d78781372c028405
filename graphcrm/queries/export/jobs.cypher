// A page of the jobs that somebody entered, in the order of their uids.
// mode: read
// params: after, limit
// rows: found
MATCH (c:Contact)-[w:WORKS_AT]->(a:Account) WHERE w.uid > $after AND w.carried_from IS NULL
WITH c, w, a ORDER BY w.uid LIMIT $limit
// One record, because each costs a driver more than what is in it; and days as text, which is faster to send.
RETURN collect([w.uid, c.uid, a.uid, w {.*, recorded_at: null, verified_on: toString(w.verified_on),
  start_min: null, start_max: null, end_min: null, end_max: null}]) AS found
