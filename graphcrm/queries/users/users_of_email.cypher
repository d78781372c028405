// The users who have an e-mail address; whoever else asks for it waits until this transaction ends.
// mode: write
// params: email
// rows: users
MERGE (h:Handle {uid: 'email:' + $email})
ON CREATE SET h.kind = 'email', h.value = $email
SET h.value = h.value  // takes the lock before anything is read
WITH h
CALL (h) {
  MATCH (h)<-[:HAS_HANDLE]-(u:User) RETURN u
  UNION
  MATCH (u:User {email: $email}) WHERE u.deleted_at IS NULL RETURN u
}
RETURN collect(u.uid) AS users
