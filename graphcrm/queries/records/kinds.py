"""What each kind of list may be asked: the enumerated fragments that listing.py composes, and nothing else.

Fragments that kinds share are in fragments.py; lifecycles.py asks how far records are with us; sales.py has
opportunities, contracts, orders and service requests, campaigns.py campaigns.
"""

from __future__ import annotations

from graphcrm.queries.records import told
from graphcrm.queries.records.campaigns import CAMPAIGN
from graphcrm.queries.records.fragments import (
    ADDED,
    ATTENDING,
    BY_NAME,
    BY_TIME,
    EXTERNAL_ID,
    GROUPED,
    OF_A_CAMPAIGN,
    OF_A_GROUP,
    OF_A_TAG,
    OF_AN_OWNER,
    OF_UIDS,
    OWNED,
    SEEN,
    TAGGED,
    TAGS,
    TELLS,
    UIDS,
    Kind,
    Sort,
    known,
    telling,
    turning,
)
from graphcrm.queries.records.lifecycles import (
    CUSTOMER,
    CUSTOMER_THEN,
    LIFECYCLE_THEN,
    of_customers,
)
from graphcrm.queries.records.sales import CONTRACT, ITS_ACCOUNT, OPPORTUNITY, ORDER, SERVICE_REQUEST

BEST = Sort("-score", "number")  # of a search: the best match first
_OF_ACCOUNTS = ("city", "industry", "region", "country", "size_band", "kind", "lifecycle", "value_band")
# What is a text of its own each time: whether there is one. Names, other names and aliases are what the search is for.
_KNOWN_OF_ACCOUNTS = ("fax", "website", "description", "hq_address", "branch_addresses", "location")
_KNOWN_OF_CONTACTS = ("description", "birthday", "address", "hobbies", "preferences")
_JOB = """CALL (n) {
  OPTIONAL MATCH (n)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max AND w.carried_from IS NULL
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect(a.name)[0] AS employer, collect(a.name + coalesce(' · ' + w.title, ''))[0] AS job
}"""

ACCOUNT = Kind(
    labels=("Account",),
    match="MATCH (n:Account)",
    detail="WITH *, n.industry AS detail",
    fields="n {.kind, .industry, .size_band, .employee_count, .country, .region, .city, .value_band, "
    "lifecycle: {lifecycle}, placeholder: coalesce(n.placeholder, false), " + TAGS + "}",
    sorts={
        **BY_NAME,
        **BY_TIME,
        "employee_count": Sort("coalesce(n.employee_count, -1)", "number"),
        "value_band": Sort("coalesce('1' + n.value_band, '2')", "text"),
    },  # what nobody has valued comes last, whatever the values
    filters={
        **EXTERNAL_ID,
        **turning(*_OF_ACCOUNTS),
        "placeholder": "coalesce(n.placeholder, false) = $placeholder",
        "employees_from": "n.employee_count >= $employees_from",
        "employees_to": "n.employee_count <= $employees_to",
        **CUSTOMER,
        **known(*_KNOWN_OF_ACCOUNTS),
        **UIDS,
        **GROUPED,
        **TAGGED,
        **OWNED,
        **ADDED,
    },
    narrow={
        "uids": OF_UIDS % "Account",
        "group": OF_A_GROUP % "Account",
        "tag": OF_A_TAG % "Account",
        "owner": OF_AN_OWNER % "Account",
        **of_customers("Account"),
    },
    tells={
        **TELLS,
        **telling(*_OF_ACCOUNTS),
        "employees_from": "employee_count",
        "employees_to": "employee_count",
        **dict.fromkeys(CUSTOMER, "lifecycle"),
        **{f"{name}_known": name for name in _KNOWN_OF_ACCOUNTS},
    },
    then={**LIFECYCLE_THEN, **CUSTOMER_THEN},
    seen=SEEN["account"],
    leads={"name": _OF_ACCOUNTS},
    wide=frozenset(CUSTOMER),
    telling=told.ACCOUNT,
)
CONTACT = Kind(
    labels=("Contact",),
    match="MATCH (n:Contact)",
    detail=_JOB + "\nWITH *, employer AS detail",
    fields="n {lifecycle: {lifecycle}, do_not_contact: coalesce(n.do_not_contact, false), " + TAGS + "}",
    sorts={**BY_NAME, **BY_TIME},
    filters={
        **EXTERNAL_ID,
        **turning("lifecycle", "preferred_channel"),
        **CUSTOMER,
        **known(*_KNOWN_OF_CONTACTS),
        "do_not_contact": "coalesce(n.do_not_contact, false) = $do_not_contact",
        "account": "EXISTS { (n)-[w:WORKS_AT]->(a {uid: $account}) WHERE w.start_min <= $on AND $on < w.end_max "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
        "worked_at": "EXISTS { (n)-[w:WORKS_AT]->(a {uid: $worked_at}) WHERE w.end_max <= $on "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
        **UIDS,
        "role": "EXISTS { (n)-[w:WORKS_AT {role: $role}]->(a) WHERE w.start_min <= $on AND $on < w.end_max "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account) }",
        **GROUPED,
        **ATTENDING,
        **TAGGED,
        **OWNED,
        **ADDED,
    },
    narrow={
        "uids": OF_UIDS % "Contact",
        "account": "MATCH (a:Account {uid: $account})<-[w:WORKS_AT]-(n)\n"
        "WHERE w.start_min <= $on AND $on < w.end_max "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)\n"
        "WITH DISTINCT n",
        "worked_at": "MATCH (a:Account {uid: $worked_at})<-[w:WORKS_AT]-(n)\nWHERE w.end_max <= $on "
        "AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)\n"
        "WITH DISTINCT n",
        "campaign": OF_A_CAMPAIGN % "Contact",
        "group": OF_A_GROUP % "Contact",
        "tag": OF_A_TAG % "Contact",
        "owner": OF_AN_OWNER % "Contact",
        **of_customers("Contact"),
    },
    tells={
        **TELLS,
        **telling("lifecycle", "preferred_channel"),
        **dict.fromkeys(CUSTOMER, "lifecycle"),
        **{f"{name}_known": name for name in _KNOWN_OF_CONTACTS},
    },
    then={**LIFECYCLE_THEN, **CUSTOMER_THEN},
    seen=SEEN["contact"],
    leads={"name": ("lifecycle",)},
    wide=frozenset(CUSTOMER),
    telling=told.CONTACT,
)
LEAD = Kind(
    labels=("Lead",),
    match="MATCH (n:Lead)",
    detail="WITH *, n.company_name AS detail",
    fields="n {.company_name, .title, .source_channel, .status, " + TAGS + "}",
    sorts={**BY_NAME, **BY_TIME, "company_name": Sort("coalesce(n.company_name, '')", "text")},
    filters={
        **EXTERNAL_ID,
        **turning("status", "source_channel"),
        **ATTENDING,
        **UIDS,
        **TAGGED,
        **OWNED,
        **ADDED,
    },
    narrow={
        "uids": OF_UIDS % "Lead",
        "campaign": OF_A_CAMPAIGN % "Lead",
        "tag": OF_A_TAG % "Lead",
        "owner": OF_AN_OWNER % "Lead",
    },
    tells={**TELLS, **telling("status", "source_channel")},
    seen=SEEN["lead"],
    leads={"name": ("source_channel", "status")},
    telling=told.LEAD,
)
_OF_SALES = {
    "opportunity": "Opportunity", "contract": "Contract", "order": "Order", "service_request": "ServiceRequest",
}  # fmt: skip
_SEES = "($see.%s IS NULL OR coalesce(r.owner, '') IN $see.%s)"
_ABOUT = "EXISTS { (n)-[:ABOUT]->(r:%s {uid: $about_%s}) WHERE " + _SEES + " }"
_OF_ABOUT = "MATCH (r:%s {uid: $about_%s})<-[:ABOUT]-(n)\nWHERE " + _SEES + "\nWITH DISTINCT n"
TASK = Kind(
    labels=("Task",),
    match="MATCH (n:Task)",
    detail="WITH *, toString(n.due_on) AS detail",
    fields="n {.kind, .priority, .status, .due_time, .repeats, .every, due_on: toString(n.due_on), " + TAGS + "}",
    sorts={
        **BY_NAME,
        **BY_TIME,
        "due_on": Sort("n.due", "text", "n.due IS NOT NULL AND n.uid IS NOT NULL"),  # what is due on no day comes last
    },
    filters={
        **EXTERNAL_ID,
        **turning("status", "kind", "priority"),
        "due_from": "n.due_on >= $due_from",
        "due_to": "n.due_on <= $due_to",
        "due_within": "n.due_on <= $on + duration({days: $due_within})",
        "due": "(n.due_on IS NOT NULL) = $due",
        "overdue": "coalesce(n.status = 'open' AND n.due_on < $on, false) = $overdue",
        "about_account": _ABOUT % ("Account", "account", "Account", "Account"),
        "about_contact": _ABOUT % ("Contact", "contact", "Contact", "Contact"),
        "about_lead": _ABOUT % ("Lead", "lead", "Lead", "Lead"),
        **{f"about_{kind}": _ABOUT % (label, kind, label, label) for kind, label in _OF_SALES.items()},
        **UIDS,
        **TAGGED,
        **OWNED,
        **ADDED,
    },
    narrow={
        "uids": OF_UIDS % "Task",
        "about_account": _OF_ABOUT % ("Account", "account", "Account", "Account"),
        "about_contact": _OF_ABOUT % ("Contact", "contact", "Contact", "Contact"),
        "about_lead": _OF_ABOUT % ("Lead", "lead", "Lead", "Lead"),
        "tag": OF_A_TAG % "Task",
        **{f"about_{kind}": _OF_ABOUT % (label, kind, label, label) for kind, label in _OF_SALES.items()},
        "owner": OF_AN_OWNER % "Task",
    },
    tells={
        **TELLS,
        **telling("status", "kind", "priority"),
        **dict.fromkeys(("due_from", "due_to", "due_within", "due", "overdue"), "due_on"),
    },
    seen=SEEN["task"],
    leads={"name": ("status",), "due_on": ("status",)},
    telling=told.TASK,
)
USER = Kind(
    labels=("User",),
    match="MATCH (n:User)",
    detail="WITH *, n.email AS detail",
    fields="n {.email, .role, active: coalesce(n.active, true), team: [(n)-[:MEMBER_OF]->(t) | t.name][0]}",
    sorts={**BY_NAME, **BY_TIME, "email": Sort("coalesce(n.email, '')", "text")},
    filters={
        **EXTERNAL_ID,
        "role": "n.role = $role",
        "active": "coalesce(n.active, true) = $active",
        "team": "EXISTS { (n)-[:MEMBER_OF]->(t) WHERE t.name = $team OR t.uid = $team }",
    },
)
FOUND = (
    "Account", "Contact", "Lead", "Opportunity", "Contract", "Order", "ServiceRequest", "Campaign", "User",
)  # fmt: skip
# What a search over everything finds; two records of different labels may have one uid.
RECORD = Kind(
    labels=FOUND,
    match="MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|User)",
    detail=_JOB
    + "\n"
    + ITS_ACCOUNT
    + "\nWITH *, coalesce(job, n.company_name, n.city, its_account, n.place, n.email) AS detail",
    fields="n {do_not_contact: coalesce(n.do_not_contact, false)}",  # whoever searches for somebody may call them
    sorts={},
    filters={},
    tie="n.uid + ' ' + labels(n)[0]",
    seen="($see[labels(n)[0]] IS NULL OR coalesce(n.owner, '') IN $see[labels(n)[0]])",
)
KINDS = {
    "account": ACCOUNT, "contact": CONTACT, "lead": LEAD, "opportunity": OPPORTUNITY, "contract": CONTRACT,
    "order": ORDER, "service_request": SERVICE_REQUEST, "campaign": CAMPAIGN, "task": TASK, "user": USER,
    "record": RECORD,
}  # fmt: skip
