// Remove dated edges that are still at the revision that was read, and say when and by whom each was recorded.
// mode: write
// params: rows
// rows: recorded_at, recorded_by
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.type = 'WORKS_AT' MATCH ()-[e:WORKS_AT {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'INTERACTED_WITH' MATCH ()-[e:INTERACTED_WITH {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'RATES' MATCH ()-[e:RATES {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'ATTENDS' MATCH ()-[e:ATTENDS {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'ASSIGNED_TO' MATCH ()-[e:ASSIGNED_TO {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'SUBSIDIARY_OF' MATCH ()-[e:SUBSIDIARY_OF {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'PARTNER_OF' MATCH ()-[e:PARTNER_OF {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'SUCCEEDED_BY' MATCH ()-[e:SUCCEEDED_BY {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'REPORTS_TO' MATCH ()-[e:REPORTS_TO {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'RELATED_TO' MATCH ()-[e:RELATED_TO {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'CONVERTED_TO' MATCH ()-[e:CONVERTED_TO {uid: row.uid}]->() RETURN e
  UNION ALL
  WITH row WHERE row.type = 'TRASHED' MATCH ()-[e:TRASHED {uid: row.uid}]->() RETURN e
}
SET e.rev = coalesce(e.rev, 1)  // takes the lock before the revision is compared
WITH e, row WHERE e.rev = row.rev
WITH e, e.recorded_at AS recorded_at, e.recorded_by AS recorded_by
DELETE e
RETURN recorded_at, recorded_by
