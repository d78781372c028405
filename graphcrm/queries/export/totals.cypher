// How much there is of each kind, the trash included, by Neo4j's own counts: it takes no time.
// mode: read
// params: limit
// rows: tags, stages, segments, groups, accounts, contacts, leads, opportunities, contracts, orders, service_requests, campaigns, tasks, users, works_at, interactions, ratings, conversions, attendance, assigned_to, account_links, contact_links
RETURN COUNT { (:Tag) } AS tags, COUNT { (:Stage) } AS stages, COUNT { (:Segment) } AS segments,
  COUNT { (:Group) } AS groups,
  COUNT { (:Account) } AS accounts, COUNT { (:Contact) } AS contacts, COUNT { (:Lead) } AS leads,
  COUNT { (:Opportunity) } AS opportunities, COUNT { (:Contract) } AS contracts, COUNT { (:Order) } AS orders,
  COUNT { (:ServiceRequest) } AS service_requests, COUNT { (:Campaign) } AS campaigns, COUNT { (:Task) } AS tasks,
  COUNT { (:User) } AS users,
  COUNT { ()-[:WORKS_AT]->() } AS works_at,
  COUNT { ()-[:INTERACTED_WITH]->() } AS interactions, COUNT { ()-[:RATES]->() } AS ratings,
  COUNT { ()-[:CONVERTED_TO]->() } AS conversions, COUNT { ()-[:ATTENDS]->() } AS attendance,
  COUNT { ()-[:ASSIGNED_TO]->() } AS assigned_to,
  COUNT { ()-[:SUBSIDIARY_OF]->() } + COUNT { ()-[:PARTNER_OF]->() } + COUNT { ()-[:SUCCEEDED_BY]->() }
    AS account_links,
  COUNT { ()-[:REPORTS_TO]->() } + COUNT { ()-[:RELATED_TO]->() } AS contact_links
LIMIT $limit
