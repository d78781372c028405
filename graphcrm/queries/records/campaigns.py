"""What lists of campaigns may be asked (kinds.py)."""

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

# Who attends, or came as the lead that they were.
_OF_ONE_WHO_ATTENDS = """MATCH (c:Contact {uid: $contact})
WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
CALL (c) {
  MATCH (c)-[:ATTENDS]->(n) RETURN n
  UNION
  MATCH (c)<-[:CONVERTED_TO]-(l)-[:ATTENDS]->(n)
  WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead) RETURN n
}
WITH DISTINCT n"""

CAMPAIGN = Kind(
    labels=("Campaign",),
    match="MATCH (n:Campaign)",
    detail="WITH *, n.place AS detail",
    fields="n {.kind, .place, .cost, .currency, start_on: toString(n.start_on), end_on: toString(n.end_on)}",
    sorts={
        **BY_NAME,
        **BY_TIME,
        "start_on": Sort("coalesce(toString(n.start_on), '~')", "text"),  # what begins on no day comes last
    },
    filters={
        **EXTERNAL_ID,
        **turning("kind"),
        "starts_from": "n.start_on >= $starts_from",
        "starts_to": "n.start_on <= $starts_to",
        "over": "coalesce(coalesce(n.end_on, n.start_on) < $on, false) = $over",
        "contact": "(EXISTS { (n)<-[:ATTENDS]-(c:Contact {uid: $contact}) "
        "WHERE ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) } "
        "OR EXISTS { (n)<-[:ATTENDS]-(l:Lead)-[:CONVERTED_TO]->(c:Contact {uid: $contact}) "
        "WHERE ($see.Lead IS NULL OR coalesce(l.owner, '') IN $see.Lead) "
        "AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact) })",
        **UIDS,
        **OWNED,
        **ADDED,
    },
    narrow={
        "uids": OF_UIDS % "Campaign",
        "contact": _OF_ONE_WHO_ATTENDS,
        "owner": OF_AN_OWNER % "Campaign",
    },
    tells={**TELLS, **telling("kind"), **dict.fromkeys(("starts_from", "starts_to"), "start_on"), "over": "end_on"},
    seen=SEEN["campaign"],
    leads={"name": ("kind",)},
    telling=told.CAMPAIGN,
)
