// What was done to one thing after a revision of it, the latest first.
// mode: read
// params: kind, of, rev, after, limit
// rows: rev, change, undoes, before
MATCH (r:Revision {of: $of}) WHERE r.kind = $kind AND r.rev > $rev AND r.uid > $after
RETURN r.rev AS rev, r.change AS change, r.undoes AS undoes, r.before AS before
ORDER BY rev DESC LIMIT $limit
