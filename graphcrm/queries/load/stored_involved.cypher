// What some records of a label are tied to: an account, contacts with their parts, and the opportunity they came of.
// mode: read
// params: label, uids
// rows: found
UNWIND $uids AS uid
MATCH (o:Opportunity|Contract|Order|ServiceRequest {uid: uid}) WHERE $label IN labels(o)
RETURN collect([uid, [(o)-[:OFFERED_TO|OF_ACCOUNT]->(a) | a.uid][0], [(o)-[i:INVOLVES]->(c) | [c.uid, i.role]],
  [(o)-[:CAME_OF]->(d) | d.uid][0]]) AS found
