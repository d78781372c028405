// Put sealed secrets of one-time codes in the place of others, where those were not changed meanwhile.
// mode: write
// params: rows
// rows: sealed
UNWIND $rows AS row
MATCH (c:Credential {uid: row.key})
SET c.uid = c.uid  // takes the lock before it is compared
WITH c, row WHERE c.totp = row.was
SET c.totp = row.sealed
RETURN count(*) AS sealed
