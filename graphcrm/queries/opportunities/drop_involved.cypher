// Say of opportunities that they are not offered to some accounts any more, and that some contacts have no part in them.
// mode: write
// params: rows
// rows: gone
UNWIND $rows AS row
MATCH (o:Opportunity {uid: row.opportunity})-[e:OFFERED_TO|INVOLVES]->(n {uid: row.record}) WHERE row.label IN labels(n)
DELETE e
RETURN count(e) AS gone
