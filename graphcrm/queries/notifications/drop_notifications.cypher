// Take back what users were told of a change that is undone.
// mode: write
// params: change
// rows: gone
MATCH (n:Notification {change: $change})
DETACH DELETE n
RETURN count(*) AS gone
