"""What each kind of list may be asked: the enumerated fragments that listing.py composes, and nothing else.

Every fragment speaks of `n`, the record. A value is always a parameter of its filter's name; `on` is the day. Whose
records are seen comes with the graph (graph.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graphcrm.queries.records import told
from graphcrm.queries.records.told import Telling


@dataclass(frozen=True, slots=True)
class Sort:
    """An order: its key, which is never null, and the condition that lets the planner walk along an index in it."""

    key: str
    type: Literal["text", "instant", "number"]
    walk: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of list.

    `seen` is the condition that a reader sees the record; `narrow` has filters from which the records are reached,
    instead of all of the kind being looked at, and `tells` the fields that filters of other names tell of. `tie` orders
    records of one key, and `detail` is one more clause that tells records of one name apart. `leads` are the fields
    that have an index with the name and the uid, what leaves least first: a list by name goes along it. `telling` is
    what a list of the pages tells beside, instead of `detail`.
    """

    labels: tuple[str, ...]
    match: str
    detail: str
    fields: str
    sorts: Mapping[str, Sort]
    filters: Mapping[str, str]
    narrow: Mapping[str, str] = field(default_factory=dict)
    tells: Mapping[str, str] = field(default_factory=dict)
    tie: str = "n.uid"
    seen: str = "true"
    leads: tuple[str, ...] = ()
    telling: Telling | None = None


BEST = Sort("-score", "number")  # of a search: the best match first
_BY_NAME = {"name": Sort("n.name", "text", "n.name IS NOT NULL")}
_BY_TIME = {
    "created_at": Sort("n.created_at", "instant", "n.created_at IS NOT NULL AND n.uid IS NOT NULL"),
    "updated_at": Sort("n.updated_at", "instant", "n.updated_at IS NOT NULL AND n.uid IS NOT NULL"),
}
_EXTERNAL_ID = {"external_id": "n.external_id = $external_id"}
_HELD = "coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)"
# Whose it is on the day: reached from the user, who has a few of a million.
_OWNED = {
    "owner": "EXISTS { (n)-[o:ASSIGNED_TO]->(u {uid: $owner}) WHERE " + _HELD + " }",
    "owned": "EXISTS { (n)-[o:ASSIGNED_TO]->() WHERE " + _HELD + " } = $owned",
}


def _turning(*names: str) -> dict[str, str]:
    """Filters by fields: by a value, by any other (and none), and by whether there is one."""
    each = {name: f"n.{name} = ${name}" for name in names}
    other = {f"{name}_not": f"coalesce(n.{name}, '') <> ${name}_not" for name in names}
    known = {f"{name}_known": f"(n.{name} IS NOT NULL) = ${name}_known" for name in names}
    return each | other | known


def _telling(*names: str) -> dict[str, str]:
    return {f"{name}_{way}": name for name in names for way in ("not", "known")}


# What a record is tagged with, for who sees the record; a tag that was deleted is on none.
_TAGS = """tags: COLLECT { MATCH (n)-[:TAGGED]->(g) WHERE g.removed_at IS NULL
    RETURN {uid: g.uid, name: g.name, colour: g.colour} ORDER BY g.key }"""
_TAGGED = {
    "tag": "EXISTS { (n)-[:TAGGED]->(g {uid: $tag}) WHERE g.removed_at IS NULL }",
    "tag_not": "NOT EXISTS { (n)-[:TAGGED]->(g {uid: $tag_not}) WHERE g.removed_at IS NULL }",
    "tag_known": "EXISTS { (n)-[:TAGGED]->(g) WHERE g.removed_at IS NULL } = $tag_known",
}
# Who sees the group is asked before (services/groups.py).
_GROUPED = {"group": "EXISTS { (n)-[:IN_GROUP]->(g {uid: $group}) WHERE g.removed_at IS NULL }"}
_OF_A_GROUP = "MATCH (g:Group {uid: $group})<-[:IN_GROUP]-(n:%s)\nWHERE g.removed_at IS NULL\nWITH DISTINCT n"
_OF_A_TAG = "MATCH (g:Tag {uid: $tag})<-[:TAGGED]-(n:%s)\nWHERE g.removed_at IS NULL\nWITH DISTINCT n"
# Who is asked to a campaign, or comes.
_ATTENDING = {
    "campaign": "EXISTS { (n)-[:ATTENDS]->(g {uid: $campaign}) "
    "WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign) }"
}
_OF_A_CAMPAIGN = (
    "MATCH (g:Campaign {uid: $campaign})<-[:ATTENDS]-(n:%s)\n"
    "WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign)\nWITH DISTINCT n"
)
# ... or came as the lead that they were.
_OF_ONE_WHO_ATTENDS = """MATCH (c:Contact {uid: $contact})
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
CALL (c) {
  MATCH (c)-[:ATTENDS]->(n) RETURN n
  UNION
  MATCH (c)<-[:CONVERTED_TO]-(l)-[:ATTENDS]->(n)
  WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead) RETURN n
}
WITH DISTINCT n"""
_UIDS = {"uids": "n.uid IN $uids"}
_OF_UIDS = "UNWIND $uids AS one\nMATCH (n:%s {uid: one})\nWITH DISTINCT n"
_OF_AN_OWNER = "MATCH (u:User {uid: $owner})<-[o:ASSIGNED_TO]-(n:%s)\nWHERE " + _HELD + "\nWITH DISTINCT n"
_ADDED = {
    "added_since": "n.created_at >= datetime({date: $added_since})",
    "added_before": "n.created_at < datetime({date: $added_before})",
}
_OF_ACCOUNTS = ("city", "industry", "region", "country", "size_band", "kind", "lifecycle")
_TELLS = {"added_since": "created_at", "added_before": "created_at"}
_SEEN = {
    "account": "($see.Account IS NULL OR coalesce(n.owner, '') IN $see.Account)",
    "contact": "($see.Contact IS NULL OR coalesce(n.owner, '') IN $see.Contact)",
    "lead": "($see.Lead IS NULL OR coalesce(n.owner, '') IN $see.Lead)",
    "opportunity": "($see.Opportunity IS NULL OR coalesce(n.owner, '') IN $see.Opportunity)",
    "campaign": "($see.Campaign IS NULL OR coalesce(n.owner, '') IN $see.Campaign)",
    "task": "($see.Task IS NULL OR coalesce(n.owner, '') IN $see.Task)",
}
_JOB = """CALL (n) {
  OPTIONAL MATCH (n)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max AND w.carried_from IS NULL
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect(a.name)[0] AS employer, collect(a.name + coalesce(' · ' + w.title, ''))[0] AS job
}"""
_OFFERED = """CALL (n) {
  OPTIONAL MATCH (n)-[:OFFERED_TO]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN collect(a.name)[0] AS offered
}"""

ACCOUNT = Kind(
    labels=("Account",),
    match="MATCH (n:Account)",
    detail="WITH *, n.industry AS detail",
    fields="n {.kind, .industry, .size_band, .employee_count, .country, .region, .city, .lifecycle, "
    "placeholder: coalesce(n.placeholder, false), " + _TAGS + "}",
    sorts={**_BY_NAME, **_BY_TIME, "employee_count": Sort("coalesce(n.employee_count, -1)", "number")},
    filters={
        **_EXTERNAL_ID,
        **_turning(*_OF_ACCOUNTS),
        "placeholder": "coalesce(n.placeholder, false) = $placeholder",
        "employees_from": "n.employee_count >= $employees_from",
        "employees_to": "n.employee_count <= $employees_to",
        **_UIDS,
        **_GROUPED,
        **_TAGGED,
        **_OWNED,
        **_ADDED,
    },
    narrow={
        "uids": _OF_UIDS % "Account",
        "group": _OF_A_GROUP % "Account",
        "tag": _OF_A_TAG % "Account",
        "owner": _OF_AN_OWNER % "Account",
    },
    tells={**_TELLS, **_telling(*_OF_ACCOUNTS), "employees_from": "employee_count", "employees_to": "employee_count"},
    seen=_SEEN["account"],
    leads=_OF_ACCOUNTS,
    telling=told.ACCOUNT,
)
CONTACT = Kind(
    labels=("Contact",),
    match="MATCH (n:Contact)",
    detail=_JOB + "\nWITH *, employer AS detail",
    fields="n {.lifecycle, do_not_contact: coalesce(n.do_not_contact, false), " + _TAGS + "}",
    sorts={**_BY_NAME, **_BY_TIME},
    filters={
        **_EXTERNAL_ID,
        **_turning("lifecycle"),
        "do_not_contact": "coalesce(n.do_not_contact, false) = $do_not_contact",
        "account": "EXISTS { (n)-[w:WORKS_AT]->(a {uid: $account}) WHERE w.start_min <= $on AND $on < w.end_max "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
        "worked_at": "EXISTS { (n)-[w:WORKS_AT]->(a {uid: $worked_at}) WHERE w.end_max <= $on "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
        **_UIDS,
        "role": "EXISTS { (n)-[w:WORKS_AT {role: $role}]->(a) WHERE w.start_min <= $on AND $on < w.end_max "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
        **_GROUPED,
        **_ATTENDING,
        **_TAGGED,
        **_OWNED,
        **_ADDED,
    },
    narrow={
        "uids": _OF_UIDS % "Contact",
        "account": "MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(n)\n"
        "WHERE w.start_min <= $on AND $on < w.end_max "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)\n"
        "WITH DISTINCT n",
        "worked_at": "MATCH (a:Account {uid: $worked_at})<-[w:WORKS_AT]-(n)\nWHERE w.end_max <= $on "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)\n"
        "WITH DISTINCT n",
        "campaign": _OF_A_CAMPAIGN % "Contact",
        "group": _OF_A_GROUP % "Contact",
        "tag": _OF_A_TAG % "Contact",
        "owner": _OF_AN_OWNER % "Contact",
    },
    tells={**_TELLS, **_telling("lifecycle")},
    seen=_SEEN["contact"],
    leads=("lifecycle",),
    telling=told.CONTACT,
)
LEAD = Kind(
    labels=("Lead",),
    match="MATCH (n:Lead)",
    detail="WITH *, n.company_name AS detail",
    fields="n {.company_name, .title, .source_channel, .status, " + _TAGS + "}",
    sorts={**_BY_NAME, **_BY_TIME, "company_name": Sort("coalesce(n.company_name, '')", "text")},
    filters={
        **_EXTERNAL_ID,
        **_turning("status", "source_channel"),
        **_ATTENDING,
        **_UIDS,
        **_TAGGED,
        **_OWNED,
        **_ADDED,
    },
    narrow={
        "uids": _OF_UIDS % "Lead",
        "campaign": _OF_A_CAMPAIGN % "Lead",
        "tag": _OF_A_TAG % "Lead",
        "owner": _OF_AN_OWNER % "Lead",
    },
    tells={**_TELLS, **_telling("status", "source_channel")},
    seen=_SEEN["lead"],
    leads=("source_channel", "status"),
    telling=told.LEAD,
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
OPPORTUNITY = Kind(
    labels=("Opportunity",),
    match="MATCH (n:Opportunity)",
    detail=_OFFERED + "\nWITH *, offered AS detail",
    fields="n {.stage, .status, .amount, .currency, .probability, expected_close: toString(n.expected_close), "
    "stage_since: toString(n.stage_since), closed_at: toString(n.closed_at)}",
    sorts={
        **_BY_NAME,
        **_BY_TIME,
        "amount": Sort("n.worth", "number", "n.worth IS NOT NULL AND n.uid IS NOT NULL"),
        "expected_close": Sort("n.due", "text", "n.due IS NOT NULL AND n.uid IS NOT NULL"),  # no day comes last
    },
    filters={
        **_EXTERNAL_ID,
        **_turning("stage", "status", "currency"),
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
        "contact": "EXISTS { (n)-[:INVOLVES]->(c {uid: $contact}) "
        "WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) }",
        **_UIDS,
        **_OWNED,
        **_ADDED,
    },
    narrow={
        "uids": _OF_UIDS % "Opportunity",
        "account": "MATCH (a:Account {uid: $account})<-[:OFFERED_TO]-(n)\n"
        "WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)\nWITH DISTINCT n",
        "contact": "MATCH (c:Contact {uid: $contact})<-[:INVOLVES]-(n)\n"
        "WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)\nWITH DISTINCT n",
        "owner": _OF_AN_OWNER % "Opportunity",
    },
    tells={
        **_TELLS,
        **_telling("stage", "status", "currency"),
        **_OF_CLOSE,
        **dict.fromkeys(("amount_from", "amount_to"), "amount"),
    },
    seen=_SEEN["opportunity"],
    leads=("stage", "status"),
    telling=told.OPPORTUNITY,
)
CAMPAIGN = Kind(
    labels=("Campaign",),
    match="MATCH (n:Campaign)",
    detail="WITH *, n.place AS detail",
    fields="n {.kind, .place, .cost, .currency, start_on: toString(n.start_on), end_on: toString(n.end_on)}",
    sorts={
        **_BY_NAME,
        **_BY_TIME,
        "start_on": Sort("coalesce(toString(n.start_on), '~')", "text"),  # what begins on no day comes last
    },
    filters={
        **_EXTERNAL_ID,
        **_turning("kind"),
        "starts_from": "n.start_on >= $starts_from",
        "starts_to": "n.start_on <= $starts_to",
        "over": "coalesce(coalesce(n.end_on, n.start_on) < $on, false) = $over",
        "contact": "(EXISTS { (n)<-[:ATTENDS]-(c:Contact {uid: $contact}) "
        "WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) } "
        "OR EXISTS { (n)<-[:ATTENDS]-(l:Lead)-[:CONVERTED_TO]->(c:Contact {uid: $contact}) "
        "WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead) "
        "AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) })",
        **_UIDS,
        **_OWNED,
        **_ADDED,
    },
    narrow={
        "uids": _OF_UIDS % "Campaign",
        "contact": _OF_ONE_WHO_ATTENDS,
        "owner": _OF_AN_OWNER % "Campaign",
    },
    tells={**_TELLS, **_telling("kind"), **dict.fromkeys(("starts_from", "starts_to"), "start_on"), "over": "end_on"},
    seen=_SEEN["campaign"],
    leads=("kind",),
    telling=told.CAMPAIGN,
)
_SEES = "($see.%s IS NULL OR coalesce(r.owner, '') IN $see.%s)"
_ABOUT = "EXISTS { (n)-[:ABOUT]->(r:%s {uid: $about_%s}) WHERE " + _SEES + " }"
_OF_ABOUT = "MATCH (r:%s {uid: $about_%s})<-[:ABOUT]-(n)\nWHERE " + _SEES + "\nWITH DISTINCT n"
TASK = Kind(
    labels=("Task",),
    match="MATCH (n:Task)",
    detail="WITH *, toString(n.due_on) AS detail",
    fields="n {.kind, .priority, .status, .due_time, .repeats, .every, due_on: toString(n.due_on), " + _TAGS + "}",
    sorts={
        **_BY_NAME,
        **_BY_TIME,
        "due_on": Sort("coalesce(toString(n.due_on), '~')", "text"),  # what is due on no day comes last
    },
    filters={
        **_EXTERNAL_ID,
        **_turning("status", "kind", "priority"),
        "due_from": "n.due_on >= $due_from",
        "due_to": "n.due_on <= $due_to",
        "due_within": "n.due_on <= $on + duration({days: $due_within})",
        "due": "(n.due_on IS NOT NULL) = $due",
        "overdue": "coalesce(n.status = 'open' AND n.due_on < $on, false) = $overdue",
        "about_account": _ABOUT % ("Account", "account", "Account", "Account"),
        "about_contact": _ABOUT % ("Contact", "contact", "Contact", "Contact"),
        "about_lead": _ABOUT % ("Lead", "lead", "Lead", "Lead"),
        "about_opportunity": _ABOUT % ("Opportunity", "opportunity", "Opportunity", "Opportunity"),
        **_UIDS,
        **_TAGGED,
        **_OWNED,
        **_ADDED,
    },
    narrow={
        "uids": _OF_UIDS % "Task",
        "about_account": _OF_ABOUT % ("Account", "account", "Account", "Account"),
        "about_contact": _OF_ABOUT % ("Contact", "contact", "Contact", "Contact"),
        "about_lead": _OF_ABOUT % ("Lead", "lead", "Lead", "Lead"),
        "tag": _OF_A_TAG % "Task",
        "about_opportunity": _OF_ABOUT % ("Opportunity", "opportunity", "Opportunity", "Opportunity"),
        "owner": _OF_AN_OWNER % "Task",
    },
    tells={
        **_TELLS,
        **_telling("status", "kind", "priority"),
        **dict.fromkeys(("due_from", "due_to", "due_within", "due", "overdue"), "due_on"),
    },
    seen=_SEEN["task"],
    leads=("status",),
    telling=told.TASK,
)
USER = Kind(
    labels=("User",),
    match="MATCH (n:User)",
    detail="WITH *, n.email AS detail",
    fields="n {.email, .role, active: coalesce(n.active, true), team: [(n)-[:MEMBER_OF]->(t) | t.name][0]}",
    sorts={**_BY_NAME, **_BY_TIME, "email": Sort("coalesce(n.email, '')", "text")},
    filters={
        **_EXTERNAL_ID,
        "role": "n.role = $role",
        "active": "coalesce(n.active, true) = $active",
        "team": "EXISTS { (n)-[:MEMBER_OF]->(t) WHERE t.name = $team OR t.uid = $team }",
    },
)
# What a search over everything finds; two records of different labels may have one uid.
RECORD = Kind(
    labels=("Account", "Contact", "Lead", "Opportunity", "Campaign", "User"),
    match="MATCH (n:Account|Contact|Lead|Opportunity|Campaign|User)",
    detail=_JOB
    + "\n"
    + _OFFERED
    + "\nWITH *, coalesce(job, n.company_name, n.city, offered, n.place, n.email) AS detail",
    fields="n {do_not_contact: coalesce(n.do_not_contact, false)}",  # whoever searches for somebody may call them
    sorts={},
    filters={},
    tie="n.uid + ' ' + labels(n)[0]",
    seen="($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])",
)
KINDS = {
    "account": ACCOUNT, "contact": CONTACT, "lead": LEAD, "opportunity": OPPORTUNITY, "campaign": CAMPAIGN,
    "task": TASK, "user": USER, "record": RECORD,
}  # fmt: skip
