// The users who have some e-mail addresses.
// mode: read
// params: emails
// rows: email, user
UNWIND $emails AS email
CALL (email) {
  MATCH (:Handle {uid: 'email:' + email})<-[:HAS_HANDLE]-(u:User) RETURN u
  UNION
  MATCH (u:User {email: email}) WHERE u.deleted_at IS NULL RETURN u
}
RETURN email, u.uid AS user
