// What was done to one thing after a revision of it, the latest first.
// mode: read
// params: kind, of, rev, limit
// rows: rev, before
MATCH (r:Revision {of: $of}) WHERE r.kind = $kind AND r.rev > $rev
RETURN r.rev AS rev, r.before AS before
ORDER BY rev DESC LIMIT $limit
