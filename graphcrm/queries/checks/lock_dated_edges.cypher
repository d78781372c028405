// Some stints and links with what their bounds follow from, under the locks of both ends and their own.
// mode: write
// params: uids
// rows: uid, start, end, end_status, verified_on, start_min, start_max, end_min, end_max
UNWIND $uids AS uid
CALL (uid) {
  MATCH ()-[e:WORKS_AT {uid: uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:REPORTS_TO {uid: uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:RELATED_TO {uid: uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:SUBSIDIARY_OF {uid: uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:PARTNER_OF {uid: uid}]->() RETURN e
  UNION ALL
  MATCH ()-[e:SUCCEEDED_BY {uid: uid}]->() RETURN e
}
WITH e, startNode(e) AS a, endNode(e) AS b
SET a.rev = a.rev, b.rev = b.rev, e.rev = e.rev  // takes the locks before anything is read
RETURN e.uid AS uid, e.start AS start, e.end AS end, e.end_status AS end_status, e.verified_on AS verified_on,
  e.start_min AS start_min, e.start_max AS start_max, e.end_min AS end_min, e.end_max AS end_max
