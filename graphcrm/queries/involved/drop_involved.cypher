// Say of opportunities, contracts, orders and service requests that they are not tied to some records any more.
// mode: write
// params: rows
// rows: gone
UNWIND $rows AS row
MATCH (o:Opportunity|Contract|Order|ServiceRequest {uid: row.uid}) WHERE row.of IN labels(o)
MATCH (o)-[e:OFFERED_TO|OF_ACCOUNT|INVOLVES|CAME_OF|TRASHED]->(n {uid: row.record}) WHERE row.label IN labels(n)
DELETE e
RETURN count(e) AS gone
