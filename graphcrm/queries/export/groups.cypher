// A page of the groups that are not deleted, in the order of their uids, with who is in them.
// mode: read
// params: after, limit
// rows: found
MATCH (g:Group) WHERE g.uid > $after AND g.removed_at IS NULL
MATCH (g)<-[:KEEPS]-(u:User)
WITH g, u ORDER BY g.uid LIMIT $limit
RETURN collect([g.uid, u.uid, g.name, coalesce(g.shared, false), [(g)<-[:IN_GROUP]-(c:Contact) | c.uid],
  [(g)<-[:IN_GROUP]-(a:Account) | a.uid]]) AS found
