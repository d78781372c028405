// Change properties of pairs' parts in events, which are locked, and give them a revision.
// mode: write
// params: rows
// rows: written
UNWIND $rows AS row
MATCH ()-[i:INTERACTED_WITH {uid: row.uid}]->()
SET i += row.props, i.rev = row.rev
RETURN count(i) AS written
