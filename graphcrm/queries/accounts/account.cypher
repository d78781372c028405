// One account by uid, with the number of stints known there.
// mode: read
// params: uid, limit
// rows: uid, name, aliases, kind, industry, size_band, employee_count, website, country, region, city, lifecycle, placeholder, domains, stints
MATCH (a:Account {uid: $uid})
RETURN a.uid AS uid, a.name AS name, coalesce(a.aliases, []) AS aliases, a.kind AS kind, a.industry AS industry,
  a.size_band AS size_band, a.employee_count AS employee_count, a.website AS website, a.country AS country,
  a.region AS region, a.city AS city, a.lifecycle AS lifecycle, coalesce(a.placeholder, false) AS placeholder,
  [(a)-[:HAS_HANDLE]->(h {kind: 'domain'}) | h.value] AS domains, COUNT { (a)<-[:WORKS_AT]-() } AS stints
LIMIT $limit
