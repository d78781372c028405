// One assignment by its uid, with both its ends.
// mode: read
// params: uid, limit, see_accounts, see_contacts, see_leads
// rows: label, record, name, user, user_name, start, end, reason, end_reason, rev
MATCH (n)-[s:ASSIGNED_TO {uid: $uid}]->(u)
WHERE CASE labels(n)[0] WHEN 'Account' THEN $see_accounts IS NULL OR coalesce(n.owner, '') IN $see_accounts
  WHEN 'Contact' THEN $see_contacts IS NULL OR coalesce(n.owner, '') IN $see_contacts
  WHEN 'Lead' THEN $see_leads IS NULL OR coalesce(n.owner, '') IN $see_leads ELSE true END
RETURN labels(n)[0] AS label, n.uid AS record, n.name AS name, u.uid AS user, u.name AS user_name, s.start AS start,
  s.end AS end, s.reason AS reason, s.end_reason AS end_reason, coalesce(s.rev, 1) AS rev
LIMIT $limit
