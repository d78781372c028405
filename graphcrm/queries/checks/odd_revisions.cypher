// Revisions in no history, of a later revision than their thing has, or two of one.
// mode: read
// params: limit
// rows: where, what
MATCH (r:Revision)
WITH r, r.action <> 'purge' AND NOT EXISTS { (r)-[:ON]->() } AS lost
WITH r.kind AS kind, r.of AS of, collect(r) AS all, count(CASE WHEN lost THEN 1 END) AS lost,
  max(CASE WHEN r.action IN ['remove', 'purge'] THEN r.uid ELSE '' END) AS gone
WITH kind, of, lost, [r IN all WHERE r.uid > gone | r.rev] AS revs  // what was removed may begin again at 1
CALL (kind, of) {
  CALL (kind, of) {
    MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task|User {uid: of})
    WHERE toLower(labels(n)[0]) = replace(kind, '_', '') RETURN n.rev AS rev
    UNION ALL
    WITH * WHERE kind = 'job' MATCH ()-[e:WORKS_AT {uid: of}]->() RETURN e.rev AS rev
    UNION ALL
    WITH * WHERE kind = 'rating' MATCH ()-[e:RATES {uid: of}]->() RETURN e.rev AS rev
    UNION ALL
    WITH * WHERE kind = 'attendance' MATCH ()-[e:ATTENDS {uid: of}]->() RETURN e.rev AS rev
    UNION ALL
    WITH * WHERE kind = 'assignment' MATCH ()-[e:ASSIGNED_TO {uid: of}]->() RETURN e.rev AS rev
    UNION ALL
    WITH * WHERE kind = 'conversion' MATCH ()-[e:CONVERTED_TO {uid: of}]->() RETURN e.rev AS rev
    UNION ALL
    WITH * WHERE kind = 'interaction' MATCH ()-[e:INTERACTED_WITH {event: of}]->() RETURN e.rev AS rev
  }
  RETURN max(rev) AS now
}
WITH *, CASE WHEN lost > 0 THEN 'a revision of it is in no history'
  WHEN any(rev IN revs WHERE rev > now) THEN 'it is at revision ' + now + ', and later ones are remembered'
  WHEN any(n IN revs WHERE size([m IN revs WHERE m = n]) > 1) THEN 'a revision of it is remembered twice' END AS what
WHERE what IS NOT NULL
RETURN [kind, of] AS where, what ORDER BY where LIMIT $limit
