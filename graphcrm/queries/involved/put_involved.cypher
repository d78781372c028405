// Say of opportunities which account they are offered to, and which contacts have which part in them.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (o:Opportunity {uid: row.opportunity})
CALL (o, row) {
  WITH row, o WHERE row.label = 'Account'
  MATCH (n:Account {uid: row.record})
  OPTIONAL MATCH (o)-[gone:TRASHED {type: 'OFFERED_TO'}]->()  // to one in the trash: it comes back without this one
  DELETE gone
  MERGE (o)-[e:OFFERED_TO]->(n)
  RETURN DISTINCT e
  UNION ALL
  WITH row, o WHERE row.label = 'Contact'
  MATCH (n:Contact {uid: row.record})
  MERGE (o)-[e:INVOLVES]->(n) SET e.role = row.role
  RETURN e
}
RETURN count(e) AS written
