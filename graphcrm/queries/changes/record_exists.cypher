// Whether there is a record of a label with this uid, in the trash or not.
// mode: read
// params: label, uid, limit, see_accounts, see_contacts, see_leads
// rows: uid
CALL () {
  WITH * WHERE $label = 'Account' MATCH (n:Account {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Contact' MATCH (n:Contact {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead' MATCH (n:Lead {uid: $uid}) RETURN n
  UNION ALL
  WITH * WHERE $label = 'User' MATCH (n:User {uid: $uid}) RETURN n
}
WITH n WHERE CASE labels(n)[0] WHEN 'Account' THEN $see_accounts IS NULL OR coalesce(n.owner, '') IN $see_accounts
  WHEN 'Contact' THEN $see_contacts IS NULL OR coalesce(n.owner, '') IN $see_contacts
  WHEN 'Lead' THEN $see_leads IS NULL OR coalesce(n.owner, '') IN $see_leads ELSE true END
RETURN n.uid AS uid LIMIT $limit
