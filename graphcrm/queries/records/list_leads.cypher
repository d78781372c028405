// One page of leads, by name.
// mode: read
// params: after_name, after_uid, limit
// rows: uid, name, detail, rev
MATCH (n:Lead)
WHERE n.name >= $after_name AND (n.name > $after_name OR n.uid > $after_uid)
WITH n ORDER BY n.name, n.uid LIMIT $limit
RETURN n.uid AS uid, n.name AS name, n.company_name AS detail, coalesce(n.rev, 1) AS rev
ORDER BY name, uid
