// Say of opportunities that they are not offered to some accounts any more, or involve some contacts, in the trash too.
// mode: write
// params: rows
// rows: gone
UNWIND $rows AS row
MATCH (o:Opportunity {uid: row.opportunity})-[e:OFFERED_TO|INVOLVES|TRASHED]->(n {uid: row.record})
WHERE row.label IN labels(n)
DELETE e
RETURN count(e) AS gone
