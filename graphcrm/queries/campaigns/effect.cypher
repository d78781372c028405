// What followed a campaign: of who came, whom we met after it, who was converted, what was opened and won.
// mode: read
// params: campaign, days, most, limit, see
// rows: people, met, newly, converted, opened, won
MATCH (g:Campaign {uid: $campaign})
WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign) AND g.start_on IS NOT NULL
WITH g, datetime({date: g.start_on, timezone: 'Z'}) AS start,
  datetime({date: coalesce(g.end_on, g.start_on) + duration({days: 1}), timezone: 'Z'}) AS over
CALL (g, start) {
  MATCH (g)<-[t:ATTENDS]-(p)
  WHERE t.status = 'attended' AND ($see[labels(p)[0]] IS NULL OR coalesce(p.owner, '') IN $see[labels(p)[0]])
  WITH start, p ORDER BY p.uid LIMIT $most
  OPTIONAL MATCH (p)-[v:CONVERTED_TO]->(c:Contact) WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  WITH start, p, c, v ORDER BY v.at, v.uid
  WITH start, p, collect(c)[0] AS c
  WITH DISTINCT start, coalesce(c, p) AS who  // a lead and the contact that it became are one, whichever came
  OPTIONAL MATCH (who)<-[v:CONVERTED_TO]-(l) WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead)
  WITH who, [who] + collect(l) AS parts, count(CASE WHEN v.at >= start THEN 1 END) > 0 AS became
  RETURN collect([who, parts, became]) AS came
}
CALL (came, start, over) {
  UNWIND came AS one WITH one, start, over, one[0] AS who  // of a lead nobody keeps when it was last
  WHERE any(part IN one[1] WHERE part:Lead) OR EXISTS { (who)<-[k:KNOWS]-() WHERE k.last_at >= over }
  CALL (one, start, over) {
    UNWIND one[1] AS n
    MATCH (n)<-[i:INTERACTED_WITH]-()
    WHERE start - duration({days: $days}) <= i.at AND i.at < over + duration({days: $days})
    RETURN count(CASE WHEN i.at >= over THEN 1 END) > 0 AS after, count(CASE WHEN i.at < start THEN 1 END) > 0 AS before
  }
  RETURN count(CASE WHEN after THEN 1 END) AS met, count(CASE WHEN after AND NOT before THEN 1 END) AS newly
}
CALL (came, start) {
  UNWIND came AS one
  WITH DISTINCT one[0] AS c, start
  MATCH (c)<-[:INVOLVES]-(o:Opportunity)
  WHERE ($see.Opportunity IS NULL OR coalesce(o.owner, '') IN $see.Opportunity)
  WITH DISTINCT o, start, coalesce(datetime(split(o.trail[0], ' ')[1]), o.created_at) >= start AS opened,
    coalesce(o.status = 'won' AND o.closed_at >= start, false) AS won WHERE opened OR won
  RETURN collect([opened, won, o.currency, o.amount]) AS deals
}
RETURN size(came) AS people, met, newly, size([one IN came WHERE one[2]]) AS converted,
  [deal IN deals WHERE deal[0] | deal[2..]] AS opened, [deal IN deals WHERE deal[1] | deal[2..]] AS won LIMIT $limit
