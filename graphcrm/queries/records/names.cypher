// What accounts, contacts, leads and users are called, in the trash or not.
// mode: read
// params: uids, limit, see_accounts, see_contacts, see_leads
// rows: type, uid, name
UNWIND $uids AS uid
CALL (uid) {
  MATCH (n:Account {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Contact {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:Lead {uid: uid}) RETURN n
  UNION ALL
  MATCH (n:User {uid: uid}) RETURN n
}
WITH n WHERE CASE labels(n)[0] WHEN 'Account' THEN $see_accounts IS NULL OR coalesce(n.owner, '') IN $see_accounts
  WHEN 'Contact' THEN $see_contacts IS NULL OR coalesce(n.owner, '') IN $see_contacts
  WHEN 'Lead' THEN $see_leads IS NULL OR coalesce(n.owner, '') IN $see_leads ELSE true END
RETURN toLower(labels(n)[0]) AS type, n.uid AS uid, n.name AS name LIMIT $limit
