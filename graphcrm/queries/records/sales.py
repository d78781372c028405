"""What lists of opportunities, contracts, orders and service requests may be asked (kinds.py)."""

from __future__ import annotations

from graphcrm.queries.records import told
from graphcrm.queries.records.fragments import (
    ADDED,
    BY_NAME,
    BY_TIME,
    EXTERNAL_ID,
    OF_AN_OWNER,
    OF_UIDS,
    OWNED,
    SEEN,
    TELLS,
    UIDS,
    Kind,
    Sort,
    telling,
    turning,
)

_A_CONTACT = (
    "EXISTS { (n)-[:INVOLVES]->(c {uid: $contact}) "
    "WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) }"
)
_OF_A_CONTACT = (
    "MATCH (c:Contact {uid: $contact})<-[:INVOLVES]-(n:%s)\n"
    "WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)\nWITH DISTINCT n"
)
_OF_CLOSE = dict.fromkeys(("closes_from", "closes_to", "closing", "overdue"), "expected_close")
# They were at the account that it is offered to, and are no more: who never was, decides from elsewhere.
_DECIDER_LEFT = """EXISTS {
  (n)-[:OFFERED_TO]->(a)<-[w:WORKS_AT]-(c)<-[i:INVOLVES]-(n)
  WHERE i.role = 'decision_maker' AND w.end_max <= $on
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
    AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
    AND NOT EXISTS { (c)-[v:WORKS_AT]->(a) WHERE $on < v.end_max }
}"""
ITS_ACCOUNT = """CALL (n) {
  OPTIONAL MATCH (n)-[:OFFERED_TO|OF_ACCOUNT]->(a)
  WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN collect(a.name)[0] AS its_account
}"""
_ACCOUNT = ITS_ACCOUNT + "\nWITH *, its_account AS detail"

OPPORTUNITY = Kind(
    labels=("Opportunity",),
    match="MATCH (n:Opportunity)",
    detail=_ACCOUNT,
    fields="n {.stage, .status, .amount, .currency, .probability, expected_close: toString(n.expected_close), "
    "stage_since: toString(n.stage_since), closed_at: toString(n.closed_at)}",
    sorts={
        **BY_NAME,
        **BY_TIME,
        "amount": Sort("n.worth", "number", "n.worth IS NOT NULL AND n.uid IS NOT NULL"),
        "expected_close": Sort("n.due", "text", "n.due IS NOT NULL AND n.uid IS NOT NULL"),  # no day comes last
    },
    filters={
        **EXTERNAL_ID,
        **turning("stage", "status", "currency"),
        "amount_from": "n.amount >= $amount_from",
        "amount_to": "n.amount <= $amount_to",
        "closes_from": "n.expected_close >= $closes_from",
        "closes_to": "n.expected_close <= $closes_to",
        "closing": "(n.expected_close IS NOT NULL) = $closing",
        "overdue": "coalesce(n.status = 'open' AND n.expected_close < $on, false) = $overdue",
        "decider_left": "(n.status = 'open' AND " + _DECIDER_LEFT + ") = $decider_left",
        "account": "EXISTS { (n)-[:OFFERED_TO]->(a {uid: $account}) "
        "WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
        "team": "EXISTS { (:User {uid: n.owner})-[:MEMBER_OF]->(:Team {uid: $team}) }",
        "contact": _A_CONTACT,
        **UIDS,
        **OWNED,
        **ADDED,
    },
    narrow={
        "uids": OF_UIDS % "Opportunity",
        "account": "MATCH (a:Account {uid: $account})<-[:OFFERED_TO]-(n)\n"
        "WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)\nWITH DISTINCT n",
        "contact": _OF_A_CONTACT % "Opportunity",
        "owner": OF_AN_OWNER % "Opportunity",
    },
    tells={
        **TELLS,
        **telling("stage", "status", "currency"),
        **_OF_CLOSE,
        **dict.fromkeys(("amount_from", "amount_to"), "amount"),
    },
    seen=SEEN["opportunity"],
    leads={"name": ("stage", "status")},
    telling=told.OPPORTUNITY,
)

# What contracts, orders and service requests have alike: an account, and contacts.
_TIED = {
    "account": "EXISTS { (n)-[:OF_ACCOUNT]->(a {uid: $account}) "
    "WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
    "contact": _A_CONTACT,
}
_OF_AN_ACCOUNT = (
    "MATCH (a:Account {uid: $account})<-[:OF_ACCOUNT]-(n:%s)\n"
    "WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)\nWITH DISTINCT n"
)
# Contracts and orders came of an opportunity, and are worth something.
_AGREED = {
    **_TIED,
    "opportunity": "EXISTS { (n)-[:CAME_OF]->(d {uid: $opportunity}) "
    "WHERE ($see.Opportunity IS NULL OR coalesce(d.owner, '') IN $see.Opportunity) }",
    "number": "n.number = $number",
    "amount_from": "n.amount >= $amount_from",
    "amount_to": "n.amount <= $amount_to",
}
_OF_AN_OPPORTUNITY = (
    "MATCH (d:Opportunity {uid: $opportunity})<-[:CAME_OF]-(n:%s)\n"
    "WHERE ($see.Opportunity IS NULL OR coalesce(d.owner, '') IN $see.Opportunity)\nWITH DISTINCT n"
)
_OF_AMOUNT = dict.fromkeys(("amount_from", "amount_to"), "amount")
_BY_WORTH = {"amount": Sort("n.worth", "number", "n.worth IS NOT NULL AND n.uid IS NOT NULL")}
_BY_DUE = {"due": Sort("n.due", "text", "n.due IS NOT NULL AND n.uid IS NOT NULL")}  # no day comes last


def _reached(label: str, *more: str) -> dict[str, str]:
    """From where the records of a label are reached: from less than from all of them."""
    ways = {"uids": OF_UIDS, "account": _OF_AN_ACCOUNT, "contact": _OF_A_CONTACT, "opportunity": _OF_AN_OPPORTUNITY}
    ways["owner"] = OF_AN_OWNER
    return {name: way % label for name, way in ways.items() if name != "opportunity" or name in more}


CONTRACT = Kind(
    labels=("Contract",),
    match="MATCH (n:Contract)",
    detail=_ACCOUNT,
    fields="n {.number, .status, .amount, .currency, .payment_terms, .start, .end, .renewal, .due, "
    "notice_on: toString(n.notice_on), signed_on: toString(n.signed_on)}",
    sorts={**BY_NAME, **BY_TIME, **_BY_WORTH, **_BY_DUE},
    filters={
        **EXTERNAL_ID,
        **turning("status", "renewal", "currency"),
        **_AGREED,
        "renews_within": "n.due <= toString($on + duration({days: $renews_within}))",
        "running": "(n.status = 'active' AND n.start_min <= $on AND $on < n.end_max) = $running",
        **UIDS,
        **OWNED,
        **ADDED,
    },
    narrow=_reached("Contract", "opportunity")
    | {
        "renews_within": "MATCH (n:Contract) WHERE n.due <= toString($on + duration({days: $renews_within})) "
        "AND n.uid IS NOT NULL\nWITH n",
    },
    tells={**TELLS, **telling("status", "renewal", "currency"), **_OF_AMOUNT},
    seen=SEEN["contract"],
    leads={"name": ("status",)},
    telling=told.AGREED,
)
ORDER = Kind(
    labels=("Order",),
    match="MATCH (n:Order)",
    detail=_ACCOUNT,
    fields="n {.number, .status, .amount, .currency, .payment_terms, .start, .end, .due, "
    "ordered_on: toString(n.ordered_on), deliver_by: toString(n.deliver_by)}",
    sorts={**BY_NAME, **BY_TIME, **_BY_WORTH, **_BY_DUE},
    filters={
        **EXTERNAL_ID,
        **turning("status", "currency"),
        **_AGREED,
        "overdue": "(n.due < toString($on)) = $overdue",
        **UIDS,
        **OWNED,
        **ADDED,
    },
    narrow=_reached("Order", "opportunity"),
    tells={**TELLS, **telling("status", "currency"), **_OF_AMOUNT},
    seen=SEEN["order"],
    leads={"name": ("status",)},
    telling=told.AGREED,
)
SERVICE_REQUEST = Kind(
    labels=("ServiceRequest",),
    match="MATCH (n:ServiceRequest)",
    detail=_ACCOUNT,
    fields="n {.status, .priority, .satisfaction, asked_at: toString(n.asked_at), answer_by: toString(n.answer_by), "
    "solve_by: toString(n.solve_by), answered_at: toString(n.answered_at), solved_at: toString(n.solved_at), "
    "waiting_since: toString(n.waiting_since)}",
    sorts={
        **BY_NAME,
        **BY_TIME,
        "due": Sort("n.clock", "instant", "n.clock IS NOT NULL AND n.uid IS NOT NULL"),  # what nothing is due of last
    },
    filters={
        **EXTERNAL_ID,
        **turning("status", "priority"),
        **_TIED,
        "overdue": "(n.clock < datetime()) = $overdue",
        "solved": "(n.status IN ['solved', 'closed']) = $solved",
        "satisfaction_to": "n.satisfaction <= $satisfaction_to",
        **UIDS,
        **OWNED,
        **ADDED,
    },
    narrow=_reached("ServiceRequest"),
    tells={**TELLS, **telling("status", "priority"), "satisfaction_to": "satisfaction"},
    seen=SEEN["service_request"],
    leads={"name": ("status", "priority")},
    telling=told.AGREED,
)
