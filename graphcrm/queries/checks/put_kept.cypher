// Put what is kept on tasks, contracts, orders and service requests for their lists.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH (n:Task|Contract|Order|ServiceRequest {uid: row.uid}) WHERE row.label IN labels(n)
SET n += row.props
RETURN count(n) AS written
