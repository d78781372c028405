// The groups of some uids, deleted or not, with who is in them.
// mode: read
// params: uids
// rows: found
UNWIND $uids AS uid
MATCH (g:Group {uid: uid})
OPTIONAL MATCH (g)<-[:KEEPS]-(u)
RETURN collect([g.uid, u.uid, g {.name, shared: coalesce(g.shared, false)}, g.removed_at IS NOT NULL,
  coalesce(g.rev, 1), [(g)<-[:IN_GROUP]-(n) | [labels(n)[0], n.uid]]]) AS found
