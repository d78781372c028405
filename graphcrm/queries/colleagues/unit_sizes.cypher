// How many people are known to have worked in some units: whole accounts (department null) or departments.
// mode: read
// params: units, on, limit
// rows: account, department, people
UNWIND $units AS unit
MATCH (a:Account {uid: unit[0]})<-[w:WORKS_AT]-(x)
WHERE w.start_min <= $on AND (unit[1] IS NULL OR toUpper(trim(w.department)) = unit[1])
WITH unit, count(DISTINCT x) AS people
RETURN unit[0] AS account, unit[1] AS department, people
LIMIT $limit
