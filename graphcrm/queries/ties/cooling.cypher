// The ties of one user that go cold: good ones once, and long without a word; those that lost the most come first.
// mode: read
// params: user, before, quiet, gone, on, age, good, model, limit, see
// rows: contact, name, title, account, account_name, last_at, was, now
MATCH (u:User {uid: $user})
WITH u, [(u)-[:IS]->(me) | me] AS own
MATCH (u)-[k:KNOWS]->(c)
WHERE $before - duration({days: $gone}) <= k.last_at < $before - duration({days: $quiet})
  AND NOT coalesce(c.do_not_contact, false) AND NOT c IN own
  AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
WITH c, k, [at IN [(k.last_at.epochMillis - $model.epoch_ms) / $model.half_life_ms, $age]
  | [coalesce(2.0 ^ (k.heat_out - at), 0.0), coalesce(2.0 ^ (k.heat_in - at), 0.0)]] AS sums
WITH c, k, [s IN sums | round($model.one_sided * (1 - exp(-(s[0] + s[1]) / $model.tie_scale))
  + $model.mutual * (1 - exp(-2 * CASE WHEN s[0] < s[1] THEN s[0] ELSE s[1] END / $model.tie_scale)), 12)]
  AS strengths
WITH c, k, strengths[0] AS was, strengths[1] AS now WHERE was >= $good
WITH c, k, was, now ORDER BY was - now DESC, c.uid LIMIT $limit
CALL (c) {  // where they are today, the main job first
  OPTIONAL MATCH (c)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN w.title AS title, a.uid AS account, a.name AS account_name
  ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid LIMIT 1
}
RETURN c.uid AS contact, c.name AS name, title, account, account_name, k.last_at AS last_at, was, now
ORDER BY was - now DESC, contact
