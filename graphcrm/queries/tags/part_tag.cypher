// Take a tag from what one change tagged with it, because it merged another into it.
// mode: write
// params: tag, change
// rows: gone
MATCH (:Tag {uid: $tag})<-[e:TAGGED|TRASHED]-() WHERE e.merged = $change
DELETE e
RETURN count(e) AS gone
