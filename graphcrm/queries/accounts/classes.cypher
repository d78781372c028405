// How many accounts there are of each value, size, industry and region, the most first, and how many say none.
// mode: read
// params: limit, see
// rows: field, found
MATCH (n:Account) WHERE n.deleted_at IS NULL AND NOT coalesce(n.placeholder, false)
  AND ($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)
UNWIND [['value_band', n.value_band], ['size_band', n.size_band], ['industry', n.industry], ['region', n.region]] AS one
WITH one[0] AS field, one[1] AS value, count(*) AS number ORDER BY field, number DESC, value
RETURN field, collect([value, number])[..$limit] AS found
