// Say some of a team's rules of the pool, null for none; nothing is written where they are so already.
// mode: write
// params: team, rules, at
// rows: rev, was
MATCH (t:Team {uid: $team}) SET t.rev = coalesce(t.rev, 1)
WITH t, {claims_a_day: t.claims_a_day, reclaim_after: t.reclaim_after} AS was
WITH t, was, any(name IN keys($rules) WHERE coalesce(was[name], 0) <> coalesce($rules[name], 0)) AS differs
FOREACH (_ IN CASE WHEN differs THEN [1] ELSE [] END | SET t += $rules, t.rev = t.rev + 1, t.updated_at = $at)
RETURN t.rev AS rev, was
