// The open tasks about a lead.
// mode: read
// params: lead, limit
// rows: uid
MATCH (:Lead {uid: $lead})<-[:ABOUT]-(t) WHERE t.status = 'open'
RETURN t.uid AS uid ORDER BY uid LIMIT $limit
