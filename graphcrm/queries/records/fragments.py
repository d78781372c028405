"""What lists of several kinds are composed of: the shape of a kind, and the fragments that kinds share.

Every fragment speaks of `n`, the record. A value is always a parameter of its filter's name; `on` is the day. Whose
records are seen comes with the graph (graph.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graphcrm import access
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
    records of one key, and `detail` is one more clause that tells records of one name apart. `leads` are, for an order,
    the fields that have an index with its key and the uid, what leaves least first: a list goes along it. `telling` is
    what a list of the pages tells beside, instead of `detail`. Of `narrow` those that are `wide` leave so much that the
    index of one of `leads` goes before. `then` are the filters that ask another way of a day
    that is past: what is kept on the record is of today.
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
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    telling: Telling | None = None
    wide: frozenset[str] = frozenset()
    then: Mapping[str, str] = field(default_factory=dict)


BY_NAME = {"name": Sort("n.name", "text", "n.name IS NOT NULL")}
BY_TIME = {
    "created_at": Sort("n.created_at", "instant", "n.created_at IS NOT NULL AND n.uid IS NOT NULL"),
    "updated_at": Sort("n.updated_at", "instant", "n.updated_at IS NOT NULL AND n.uid IS NOT NULL"),
}
EXTERNAL_ID = {"external_id": "n.external_id = $external_id"}
HELD = "coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)"
# Whose it is on the day: reached from the user, who has a few of a million.
OWNED = {
    "owner": "EXISTS { (n)-[o:ASSIGNED_TO]->(u {uid: $owner}) WHERE " + HELD + " }",
    "owned": "EXISTS { (n)-[o:ASSIGNED_TO]->() WHERE " + HELD + " } = $owned",
}


def turning(*names: str) -> dict[str, str]:
    """Filters by fields: by a value, by any other (and none), and by whether there is one."""
    each = {name: f"n.{name} = ${name}" for name in names}
    other = {f"{name}_not": f"coalesce(n.{name}, '') <> ${name}_not" for name in names}
    return each | other | known(*names)


def known(*names: str) -> dict[str, str]:
    """Filters by whether there is one, of fields that are a text of its own each time."""
    return {f"{name}_known": f"(n.{name} IS NOT NULL) = ${name}_known" for name in names}


def telling(*names: str) -> dict[str, str]:
    """The fields that the further filters of `turning` tell of."""
    return {f"{name}_{way}": name for name in names for way in ("not", "known")}


# What a record is tagged with, for who sees the record; a tag that was deleted is on none.
TAGS = """tags: COLLECT { MATCH (n)-[:TAGGED]->(g) WHERE g.removed_at IS NULL
    RETURN {uid: g.uid, name: g.name, colour: g.colour} ORDER BY g.key }"""
TAGGED = {
    "tag": "EXISTS { (n)-[:TAGGED]->(g {uid: $tag}) WHERE g.removed_at IS NULL }",
    "tag_not": "NOT EXISTS { (n)-[:TAGGED]->(g {uid: $tag_not}) WHERE g.removed_at IS NULL }",
    "tag_known": "EXISTS { (n)-[:TAGGED]->(g) WHERE g.removed_at IS NULL } = $tag_known",
}
# Who sees the group is asked before (services/groups.py).
GROUPED = {"group": "EXISTS { (n)-[:IN_GROUP]->(g {uid: $group}) WHERE g.removed_at IS NULL }"}
# Who is asked to a campaign, or comes.
ATTENDING = {
    "campaign": "EXISTS { (n)-[:ATTENDS]->(g {uid: $campaign}) "
    "WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign) }"
}
OF_A_CAMPAIGN = (
    "MATCH (g:Campaign {uid: $campaign})<-[:ATTENDS]-(n:%s)\n"
    "WHERE ($see.Campaign IS NULL OR coalesce(g.owner, '') IN $see.Campaign)\nWITH DISTINCT n"
)
OF_A_GROUP = "MATCH (g:Group {uid: $group})<-[:IN_GROUP]-(n:%s)\nWHERE g.removed_at IS NULL\nWITH DISTINCT n"
OF_A_TAG = "MATCH (g:Tag {uid: $tag})<-[:TAGGED]-(n:%s)\nWHERE g.removed_at IS NULL\nWITH DISTINCT n"
UIDS = {"uids": "n.uid IN $uids"}
OF_UIDS = "UNWIND $uids AS one\nMATCH (n:%s {uid: one})\nWITH DISTINCT n"
OF_AN_OWNER = "MATCH (u:User {uid: $owner})<-[o:ASSIGNED_TO]-(n:%s)\nWHERE " + HELD + "\nWITH DISTINCT n"
ADDED = {
    "added_since": "n.created_at >= datetime({date: $added_since})",
    "added_before": "n.created_at < datetime({date: $added_before})",
}
TELLS = {"added_since": "created_at", "added_before": "created_at"}
SEEN = {
    kind: f"($see.{label} IS NULL OR coalesce(n.owner, '') IN $see.{label})"
    for kind in access.OWNED
    for label in (access.label_of(kind),)
}
