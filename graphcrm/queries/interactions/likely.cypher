// Who probably took part in what a user writes down with a record, and how they last met: the latest first.
// mode: read
// params: label, uid, user, on, limit, see
// rows: uid, name, do_not_contact, channel, last_at
CALL () {
  WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n AS who
  UNION
  WITH * WHERE $label = 'Lead' MATCH (n:Lead {uid: $uid}) RETURN n AS who
  UNION
  WITH * WHERE $label = 'Opportunity' MATCH (o:Opportunity {uid: $uid})-[:INVOLVES]->(n)
  WHERE ($see.Opportunity IS NULL OR coalesce(o.owner, '') IN $see.Opportunity) RETURN n AS who
  UNION
  WITH * WHERE $label = 'Account' MATCH (a:Account {uid: $uid})
  WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  CALL (a) {  // of the giants, those whom the user knows, and as many others as there is room for
    MATCH (:User {uid: $user})-[:KNOWS]->(c)-[w:WORKS_AT]->(b)
    WHERE b = a AND w.start_min <= $on AND $on < w.end_max RETURN c
    UNION
    MATCH (a)<-[w:WORKS_AT]-(c) WHERE w.start_min <= $on AND $on < w.end_max
      AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    RETURN c LIMIT $limit
  }
  RETURN c AS who
}
WITH who WHERE CASE WHEN who:Lead THEN $see.Lead IS NULL OR coalesce(who.owner, '') IN $see.Lead
  ELSE $see.Contact IS NULL OR coalesce(who.owner, '') IN $see.Contact END
CALL (who) {
  MATCH (:User {uid: $user})-[i:INTERACTED_WITH]->(who)
  WITH i ORDER BY i.at DESC, i.uid LIMIT 1
  RETURN collect([i.channel, i.at])[0] AS last
}
RETURN who.uid AS uid, who.name AS name, coalesce(who.do_not_contact, false) AS do_not_contact,
  last[0] AS channel, last[1] AS last_at
ORDER BY last_at IS NULL, last_at DESC, name, uid LIMIT $limit
