// Tag with one tag whatever has another, set aside in the trash or not; what has both keeps them.
// mode: write
// params: tag, into, change
// rows: tagged
MATCH (old:Tag {uid: $tag})<-[e:TAGGED|TRASHED]-(n)
MATCH (t:Tag {uid: $into})
WHERE NOT EXISTS { (n)-[has:TAGGED|TRASHED]->(t) }
FOREACH (_ IN CASE WHEN e:TAGGED THEN [1] ELSE [] END | CREATE (n)-[:TAGGED {merged: $change}]->(t))
FOREACH (_ IN CASE WHEN e:TAGGED THEN [] ELSE [1] END |
  CREATE (n)-[:TRASHED {type: 'TAGGED', merged: $change}]->(t))
RETURN count(*) AS tagged
