// Some stints and links with what their bounds follow from, under the locks of both ends and their own.
// mode: write
// params: uids
// rows: found
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
SET a.rev = coalesce(a.rev, null), b.rev = coalesce(b.rev, null), e.rev = coalesce(e.rev, null)  // locks first
RETURN collect([e.uid, e.start, e.end, e.end_status, toStringOrNull(e.verified_on),
  toStringOrNull(e.start_min), toStringOrNull(e.start_max), toStringOrNull(e.end_min), toStringOrNull(e.end_max),
  e.verified_on IS :: DATE NOT NULL AND e.start_min IS :: DATE NOT NULL AND e.start_max IS :: DATE NOT NULL
    AND e.end_min IS :: DATE NOT NULL AND e.end_max IS :: DATE NOT NULL]) AS found
