// What the roles may do, as stored; who else changes it waits until this transaction ends.
// mode: write
// params: at
// rows: roles, rev
MERGE (p:Policy {uid: 'policy'})
ON CREATE SET p.rev = 0, p.updated_at = $at
SET p.rev = coalesce(p.rev, 0)  // takes the lock before anything is read
RETURN p.roles AS roles, p.rev AS rev
