// Remove an introduction that is at a revision.
// mode: write
// params: uid, rev
// rows: removed
MATCH (i:Introduction {uid: $uid}) WHERE i.rev = $rev
DETACH DELETE i
RETURN count(*) AS removed
