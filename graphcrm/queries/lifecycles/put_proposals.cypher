// Keep on some accounts and contacts how far they should be with us, null for what fits; answer how many.
// mode: write
// params: rows
// rows: number
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Account' MATCH (n:Account {uid: row.uid}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Contact' MATCH (n:Contact {uid: row.uid}) RETURN n
}
SET n.proposed = row.proposed
RETURN count(*) AS number
