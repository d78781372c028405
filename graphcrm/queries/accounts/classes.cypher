// How many accounts there are of each value, size, industry and region, the most first, and how many say none.
// mode: read
// params: limit, see
// rows: field, found
MATCH (n:Account) WHERE n.deleted_at IS NULL AND NOT coalesce(n.placeholder, false)
  AND ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
WITH n.value_band AS value, n.size_band AS size, n.industry AS industry, n.region AS region, count(*) AS alike
UNWIND [['value_band', value], ['size_band', size], ['industry', industry], ['region', region]] AS one
WITH one[0] AS field, one[1] AS value, sum(alike) AS number ORDER BY field, number DESC, value
RETURN field, collect([value, number])[..$limit] AS found
