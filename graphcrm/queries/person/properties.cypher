// All properties of one contact or lead, in the trash or not.
// mode: read
// params: label, uid, limit, see
// rows: props
CALL () {
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact {uid: $uid}) WHERE ($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)
  RETURN n
  UNION ALL
  WITH * WHERE $label = 'Lead'
  MATCH (n:Lead {uid: $uid}) WHERE ($see.Lead IS NULL OR coalesce(n.owner, '') IN $see.Lead)
  RETURN n
}
RETURN n {.*} AS props LIMIT $limit
