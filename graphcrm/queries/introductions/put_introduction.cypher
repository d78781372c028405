// Write an introduction along a path of people into an account.
// mode: write
// params: uid, asker, knower, people, account, props, at
// rows: written
MATCH (u:User {uid: $asker}) MATCH (k:User {uid: $knower}) MATCH (a:Account {uid: $account})
CREATE (u)-[:ASKED]->(i:Introduction {uid: $uid, created_at: $at})-[:INTO]->(a), (i)-[:KNOWN_TO]->(k)
SET i += $props, i.updated_at = $at
WITH i UNWIND range(0, size($people) - 1) AS place
MATCH (c:Contact {uid: $people[place]})
CREATE (i)-[:THROUGH {place: place}]->(c)
RETURN count(*) AS written
