// Store what the roles may do.
// mode: write
// params: roles, at, by
// rows: rev
MATCH (p:Policy {uid: 'policy'})
SET p.roles = $roles, p.rev = p.rev + 1, p.updated_at = $at, p.updated_by = $by
RETURN p.rev AS rev
