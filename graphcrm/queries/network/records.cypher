// Some records as the network shows them, with the main job of the day.
// mode: read
// params: accounts, contacts, leads, users, on, limit, see
// rows: type, uid, name, kind, industry, job, workplace, company_name, team, do_not_contact, left
CALL () {
  UNWIND $accounts AS uid MATCH (n:Account {uid: uid})
  WHERE $see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account RETURN n
  UNION ALL
  UNWIND $contacts AS uid MATCH (n:Contact {uid: uid})
  WHERE $see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact RETURN n
  UNION ALL
  UNWIND $leads AS uid MATCH (n:Lead {uid: uid})
  WHERE $see.Lead IS NULL OR coalesce(n.owner, '') IN $see.Lead RETURN n
  UNION ALL
  UNWIND $users AS uid MATCH (n:User {uid: uid}) RETURN n
}
WITH n WHERE n.deleted_at IS NULL
CALL (n) {
  WITH * WHERE n:Contact
  MATCH (n)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max AND w.carried_from IS NULL
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid LIMIT 1
  RETURN collect([w.title, a.name])[0] AS main
}
RETURN toLower(labels(n)[0]) AS type, n.uid AS uid, n.name AS name, CASE WHEN n:Account THEN n.kind END AS kind,
  n.industry AS industry, main[0] AS job, main[1] AS workplace, n.company_name AS company_name,
  [(n)-[:MEMBER_OF]->(t) | t.name][0] AS team, coalesce(n.do_not_contact, false) AS do_not_contact,
  n:User AND NOT coalesce(n.active, true) AS left
LIMIT $limit
