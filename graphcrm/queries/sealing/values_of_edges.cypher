// Edges of one type by uid, with their values that are sealed or have one of some names.
// mode: read
// params: edge, names, mark, after, limit
// rows: uid, values
CALL () {
  WITH * WHERE $edge = 'INTERACTED_WITH'
  MATCH ()-[e:INTERACTED_WITH]->() WHERE e.uid > $after RETURN e ORDER BY e.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $edge = 'TRASHED' MATCH ()-[e:TRASHED]->() WHERE e.uid > $after RETURN e ORDER BY e.uid LIMIT $limit
}
RETURN e.uid AS uid, [key IN keys(e) WHERE key IN $names OR e[key] STARTS WITH $mark | [key, e[key]]] AS values
ORDER BY uid
