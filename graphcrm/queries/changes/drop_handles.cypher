// Take handles from records; those that nobody has any more are erased.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (h:Handle {uid: row.handle})<-[r:HAS_HANDLE]-(n {uid: row.uid}) WHERE row.label IN labels(n)
SET h.value = h.value  // takes the lock before others are looked for
DELETE r
WITH h, row
// One that is put again stays: Neo4j 2026 refuses to create in a transaction what was deleted in it.
FOREACH (_ IN CASE WHEN row.stays OR EXISTS { (h)--() } THEN [] ELSE [1] END | DELETE h)
RETURN count(*) AS written
