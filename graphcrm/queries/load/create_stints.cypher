// Create stints; their bounds come as ISO text, which is cheaper to send than dates.
// mode: write
// params: rows, at
// rows: written
UNWIND $rows AS row
MATCH (c:Contact {uid: row.contact})
WITH row, c
MATCH (a:Account {uid: row.account})
CREATE (c)-[w:WORKS_AT {uid: row.uid, rev: 1, recorded_at: $at, verified_on: date(row.verified_on),
  start_min: date(row.start_min), start_max: date(row.start_max),
  end_min: date(row.end_min), end_max: date(row.end_max)}]->(a)
SET w += row.props
RETURN count(w) AS written
