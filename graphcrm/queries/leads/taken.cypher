// How many leads a user may give themselves on one day, by what their teams say, and how many they did.
// mode: read
// params: user, on, limit
// rows: most, taken
MATCH (u:User {uid: $user})
CALL (u) {  // the nearest team above that says it; of several teams the strictest
  MATCH (u)-[:MEMBER_OF]->(m)
  CALL (m) {
    MATCH way = (m)-[:PART_OF*0..]->(t) WHERE t.claims_a_day IS NOT NULL
    RETURN t.claims_a_day AS claims ORDER BY length(way) LIMIT 1
  }
  RETURN min(claims) AS most
}
RETURN most, CASE WHEN most IS NULL THEN 0 ELSE COUNT {  // what was given back or handed on was taken all the same
  MATCH (u)<-[o:ASSIGNED_TO]-(l:Lead) WHERE date(o.recorded_at) = $on AND o.recorded_by = $user RETURN DISTINCT l
} END AS taken
LIMIT $limit
