// All properties of one contact or lead, in the trash or not.
// mode: read
// params: label, uid, limit, see_contacts, see_leads
// rows: props
CALL () {
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact {uid: $uid}) WHERE ($see_contacts IS NULL OR coalesce(n.owner, '') IN $see_contacts)
  RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead'
  MATCH (n:Lead {uid: $uid}) WHERE ($see_leads IS NULL OR coalesce(n.owner, '') IN $see_leads)
  RETURN n
}
RETURN n {.*} AS props LIMIT $limit
