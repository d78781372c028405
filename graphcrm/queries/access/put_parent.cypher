// Put a team below another one, or below none (null), unless that would close a ring.
// mode: write
// params: team, parent, at
// rows: rev, was, missing, closes
MATCH (t:Team) SET t.rev = coalesce(t.rev, 1)  // two who would close a ring together wait for each other
WITH collect(t) AS all
WITH [t IN all WHERE t.uid = $team][0] AS team, [t IN all WHERE t.uid = $parent][0] AS parent
OPTIONAL MATCH (team)-[old:PART_OF]->(above)
WITH team, parent, old, above.uid AS was, $parent IS NOT NULL AND parent IS NULL AS missing,
  parent IS NOT NULL AND (team = parent OR EXISTS { (parent)-[:PART_OF*]->(team) }) AS closes
WITH *, team IS NOT NULL AND NOT missing AND NOT closes AND coalesce(was <> $parent, was IS NOT NULL
  OR $parent IS NOT NULL) AS put
FOREACH (_ IN CASE WHEN put THEN [1] ELSE [] END | SET team.rev = team.rev + 1, team.updated_at = $at DELETE old)
FOREACH (_ IN CASE WHEN put AND parent IS NOT NULL THEN [1] ELSE [] END | CREATE (team)-[:PART_OF]->(parent))
RETURN team.rev AS rev, was, missing, closes
