// Who is asked to one campaign, or comes, by name; or those of one status.
// mode: read
// params: campaign, status, after, limit, see
// rows: type, uid, name, do_not_contact, detail, status, on, key
MATCH (g:Campaign {uid: $campaign})<-[t:ATTENDS]-(n)
WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign)
  AND ($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])
  AND ($status IS NULL OR t.status = $status)
WITH t, n, labels(n)[0] AS label, labels(n)[0] + ' ' + n.uid AS key
WHERE $after IS NULL OR n.name > $after[0] OR (n.name = $after[0] AND key > $after[1])
WITH t, n, label, key ORDER BY n.name, key LIMIT $limit
CALL (n) {
  OPTIONAL MATCH (n)-[w:WORKS_AT]->(a) WHERE w.end_max > date() AND w.start_min <= date() AND w.carried_from IS NULL
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  WITH a, w ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect(a.name)[0] AS employer
}
RETURN toLower(label) AS type, n.uid AS uid, n.name AS name, coalesce(n.do_not_contact, false) AS do_not_contact,
  coalesce(employer, n.company_name) AS detail, t.status AS status, t.on AS on, key
ORDER BY name, key
