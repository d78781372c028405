// The records that are in the list of an automation, as it was last looked at.
// mode: read
// params: uid, limit
// rows: of
MATCH (:Automation {uid: $uid})-[:RAN]->(r) WHERE r.left_at IS NULL
RETURN r.of AS of
LIMIT $limit
