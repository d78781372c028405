// Which of some contacts have asked us not to contact them.
// mode: read
// params: contacts, limit
// rows: contact
UNWIND $contacts AS contact
MATCH (c:Contact {uid: contact}) WHERE c.do_not_contact
RETURN c.uid AS contact
ORDER BY contact LIMIT $limit
