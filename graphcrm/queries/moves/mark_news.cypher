// Say what a user does with the news of a move, unless they have said something else of it.
// mode: write
// params: user, uid, state, at
// rows: was
MATCH (:User {uid: $user})<-[t:TELLS]-(n:MoveNews {uid: $uid})
SET t.why = coalesce(t.why, null)  // takes the lock before it is looked what was said
WITH t, t.state AS was
FOREACH (_ IN CASE WHEN $state <> was AND 'new' IN [was, $state] THEN [1] ELSE [] END |
  SET t.state = $state, t.done_at = CASE WHEN $state = 'new' THEN null ELSE $at END)
RETURN was
