// Give stints and links the bounds that follow from their dates.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
CALL (row) {
  MATCH ()-[e:WORKS_AT {uid: row.uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:REPORTS_TO {uid: row.uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:RELATED_TO {uid: row.uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:SUBSIDIARY_OF {uid: row.uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:PARTNER_OF {uid: row.uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:SUCCEEDED_BY {uid: row.uid}]->() RETURN e
}
SET e.verified_on = row.verified_on, e.end_status = row.end_status, e.start_min = row.start_min,
  e.start_max = row.start_max, e.end_min = row.end_min, e.end_max = row.end_max
RETURN count(e) AS written
