// A page of the accounts or contacts that are dealt with, in the order of their uids: all but placeholders and the trash.
// mode: read
// params: label, after, limit
// rows: uid
CALL () {
  WITH * WHERE $label = 'Account'
  MATCH (n:Account) WHERE n.uid > $after AND n.deleted_at IS NULL AND NOT coalesce(n.placeholder, false)
  RETURN n.uid AS uid ORDER BY n.uid LIMIT $limit
  UNION ALL
  WITH * WHERE $label = 'Contact'
  MATCH (n:Contact) WHERE n.uid > $after AND n.deleted_at IS NULL
  RETURN n.uid AS uid ORDER BY n.uid LIMIT $limit
}
RETURN uid
