// All links that go out from some accounts or contacts, and the links with these uids, whatever they link.
// mode: read
// params: label, starts, uids
// rows: uid, type, start, end, props
CALL () {
  UNWIND $starts AS start
  MATCH (a:Account {uid: start})-[e:SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY]->(b) WHERE $label = 'Account'
  RETURN a, e, b
  UNION
  UNWIND $starts AS start
  MATCH (a:Contact {uid: start})-[e:REPORTS_TO|RELATED_TO]->(b) WHERE $label = 'Contact'
  RETURN a, e, b
  UNION
  UNWIND $uids AS uid
  MATCH (a)-[e:SUBSIDIARY_OF {uid: uid}]->(b) RETURN a, e, b
  UNION
  UNWIND $uids AS uid
  MATCH (a)-[e:PARTNER_OF {uid: uid}]->(b) RETURN a, e, b
  UNION
  UNWIND $uids AS uid
  MATCH (a)-[e:SUCCEEDED_BY {uid: uid}]->(b) RETURN a, e, b
  UNION
  UNWIND $uids AS uid
  MATCH (a)-[e:REPORTS_TO {uid: uid}]->(b) RETURN a, e, b
  UNION
  UNWIND $uids AS uid
  MATCH (a)-[e:RELATED_TO {uid: uid}]->(b) RETURN a, e, b
}
RETURN e.uid AS uid, type(e) AS type, a.uid AS start, b.uid AS end, e {.*, recorded_at: null} AS props
