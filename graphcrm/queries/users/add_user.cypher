// Add a user.
// mode: write
// params: uid, name, email, role, now
// rows: uid
CREATE (u:User {uid: $uid, name: $name, email: $email, role: $role, active: true, rev: 1,
  created_at: $now, updated_at: $now})
MERGE (h:Handle {uid: 'email:' + $email}) ON CREATE SET h.kind = 'email', h.value = $email
MERGE (u)-[:HAS_HANDLE]->(h)
RETURN u.uid AS uid
