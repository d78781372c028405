// Keep of a segment how many records were in it on a day, unless that is kept already.
// mode: write
// params: uid, day, size, most
// rows: kept
MATCH (s:Segment {uid: $uid})
SET s.rev = coalesce(s.rev, null)  // takes the lock before it is read
WITH s, coalesce(s.sizes, []) AS sizes
WHERE NOT any(size IN sizes WHERE size STARTS WITH $day)
SET s.sizes = (sizes + ($day + ' ' + $size))[-$most..]
RETURN size(s.sizes) AS kept
