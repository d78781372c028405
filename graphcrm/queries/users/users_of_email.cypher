// The users who have an e-mail address; whoever else asks for it waits until this transaction ends.
// mode: write
// params: email
// rows: users
MERGE (h:Handle {uid: 'email:' + $email})
ON CREATE SET h.kind = 'email', h.value = $email
SET h.value = h.value  // takes the lock before anything is read
WITH h
RETURN [(h)<-[:HAS_HANDLE]-(u:User) | u.uid] AS users
