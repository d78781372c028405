// The contacts who asked not to be contacted, and whom a lead became or who have its address.
// mode: read
// params: lead, emails, limit
// rows: contact
CALL () {
  MATCH (:Lead {uid: $lead})-[:CONVERTED_TO]->(c:Contact) RETURN c
  UNION
  UNWIND $emails AS email
  MATCH (h:Handle {kind: 'email', value: email})<-[:HAS_HANDLE]-(c:Contact) RETURN c
}
WITH c WHERE c.do_not_contact
RETURN c.uid AS contact
ORDER BY contact LIMIT $limit
