// Take handles from records.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (h:Handle {uid: row.handle})<-[r:HAS_HANDLE]-(n {uid: row.uid}) WHERE row.label IN labels(n)
DELETE r
RETURN count(*) AS written
