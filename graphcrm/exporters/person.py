"""Everything that is kept about one person, as one document that they may be handed (docs/privacy.md).

What is stored is told as it is stored, so a field that is added later is in it by itself; what is derived is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal

from graphcrm.access import EVERYTHING, Module, Reader, many
from graphcrm.graph import Graph
from graphcrm.nodes import states
from graphcrm.nodes.base import LANED
from graphcrm.nodes.edges import WORDS
from graphcrm.queries.audit.entries import END, entries
from graphcrm.queries.audit.entry import Entry
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.queries.involved.seen import ENDS
from graphcrm.queries.person.edges import Edge, edges
from graphcrm.queries.person.introductions import Requested, introductions
from graphcrm.queries.person.involved import PartIn, involved
from graphcrm.queries.person.moves import Move, moves
from graphcrm.queries.person.private_events import private_events
from graphcrm.queries.person.properties import properties
from graphcrm.queries.person.tasks import AboutThem, tasks
from graphcrm.services import audit
from graphcrm.services.audit import Deed
from graphcrm.services.records import LABELS

PersonKind = Literal["contact", "lead"]
Part = dict[str, Any]

_DERIVED = frozenset({
    "owner", "owner_until", *LANED, "start_min", "start_max", "end_min", "end_max", "heat", "heat_in", "heat_out",
})  # fmt: skip
_PAGE = 500


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many private interactions and revisions are told without their words."""

    interactions: int
    history: int


@dataclass(frozen=True, slots=True)
class AuditTrail:
    """Which entries of the audit log name the person; `items` are for who may read the log, None for others."""

    entries: int
    first_at: str | None
    last_at: str | None
    items: list[Part] | None


@dataclass(frozen=True, slots=True)
class Person:
    """The document. `complete` says that it was made by somebody who sees every record and field, and every word.

    What of tasks, and of what the person has a part in, they see matters where there are any: they see all of these,
    with all fields.
    """

    kind: PersonKind
    uid: str
    made_at: str
    complete: bool
    words_left_out: LeftOut
    record: Part
    handles: list[Part]
    jobs: list[Part]
    links: list[Part]
    interactions: list[Part]
    ratings: list[Part]
    ties: list[Part]
    owners: list[Part]
    users: list[Part]
    stars: list[Part]
    tags: list[Part]
    groups: list[Part]
    conversions: list[Part]
    attendance: list[Part]
    moves: list[Part]
    introductions: list[Part]
    tasks: list[Part]
    opportunities: list[Part]
    contracts: list[Part]
    orders: list[Part]
    service_requests: list[Part]
    history: list[Part]
    audit: AuditTrail


def person(graph: Graph, *, kind: PersonKind, uid: str, reader: Reader | None = None, by: Deed | None = None) -> Person:
    """The document on a contact or a lead, in the trash or not, for somebody (None: the command line, which sees all).

    That it was made is written into the audit log (`by` says who, None for the command line). Raises NotFoundError,
    DatabaseError.
    """
    label = LABELS[kind]
    record = properties(graph, label=label, uid=uid)
    found = edges(graph, label=label, uid=uid)
    about = tasks(graph, label=label, uid=uid)
    parts_in = involved(graph, contact=uid) if kind == "contact" else []
    unread = _unread(graph, found, reader)
    done = _history(graph, [(label, uid), *(("Task", one.props["uid"]) for one in about),
                            *((LABELS[one.kind], one.props["uid"]) for one in parts_in)])  # fmt: skip
    unshown = {one.uid for one in done if one.private and reader and one.by != reader.user}
    audit.record(graph, replace(by or Deed(action="export"), what=[f"{kind} 1"], records=[f"{kind} {uid}"]))
    parts = _parts(found, unread)
    if "handles" in graph.sight.hides(kind):
        parts["handles"] = []
    return Person(
        kind=kind,
        uid=uid,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        complete=_sees_all(graph, label, uid, about, parts_in) and not unread and not unshown,
        words_left_out=LeftOut(len(unread), len(unshown)),
        record=_told(record),
        **parts,
        moves=[_move(move) for move in moves(graph, contact=uid)] if kind == "contact" else [],
        introductions=[_requested(one) for one in introductions(graph, contact=uid)] if kind == "contact" else [],
        tasks=[_task(one) for one in about],
        **{many(one): [_part_in(part) for part in parts_in if part.kind == one] for one in ENDS},
        history=[_revision(one, shown=one.uid not in unshown) for one in done],
        audit=_trail(graph, kind, uid, shown=reader is None or Module.AUDIT in reader.role.modules),
    )


def _parts(found: Sequence[Edge], unread: Container[str]) -> dict[str, list[Part]]:
    """What the edges of a person say, by the names of the document."""

    def of(tell: Callable[[Edge], Part], *types: str) -> list[Part]:
        return [tell(edge) for edge in found if edge.type in types and not edge.props.get("carried_from")]

    user = partial(_to, "user")
    return {
        "handles": of(_handle, "HAS_HANDLE"), "jobs": of(partial(_to, "account"), "WORKS_AT"),
        "links": of(_link, "REPORTS_TO", "RELATED_TO"),
        "interactions": of(partial(_interaction, unread=unread), "INTERACTED_WITH"), "ratings": of(user, "RATES"),
        "ties": of(user, "KNOWS"), "owners": of(user, "ASSIGNED_TO"), "users": of(user, "IS"),
        "stars": of(user, "STARRED"), "tags": of(_other, "TAGGED"),
        "groups": of(_other, "IN_GROUP"), "conversions": of(_conversion, "CONVERTED_TO"),
        "attendance": of(partial(_to, "campaign"), "ATTENDS"),
    }  # fmt: skip


def _unread(graph: Graph, found: Iterable[Edge], reader: Reader | None) -> set[str]:
    """The private interactions whose words who asks may not read."""
    if reader is None:
        return set()
    private = private_events(graph, events=(edge.props["event"] for edge in found if edge.type == "INTERACTED_WITH"))
    return {event for event, users in private.items() if reader.user not in users}


def _sees_all(graph: Graph, label: str, uid: str, about: Sequence[AboutThem], parts_in: Sequence[PartIn]) -> bool:
    """Whether who asks sees whatever there may be; of tasks, and of what they have a part in, all that there are."""
    sight = graph.sight
    sight = replace(sight, hidden=frozenset(name for name in sight.hidden if not name.startswith("campaign.")))  # named
    if sight == EVERYTHING:
        return True
    there = {one.kind for one in parts_in} | ({"task"} if about else set())
    without = {*ENDS, "task"} - there
    sight = replace(sight, hidden=frozenset(name for name in sight.hidden if name.partition(".")[0] not in without))
    told: dict[str, Any] = dict.fromkeys(map(many, (*ENDS, "task")))
    if replace(sight, **told) != EVERYTHING:
        return False
    everything = graph.seen_by(EVERYTHING)
    every_part = involved(everything, contact=uid) if label == "Contact" else []
    return len(about) == len(tasks(everything, label=label, uid=uid)) and len(parts_in) == len(every_part)


def _history(graph: Graph, records: Iterable[tuple[str, str]]) -> list[Revision]:
    """The revisions in the histories of some records (label and uid), each once, the latest first."""
    found = {one.uid: one for label, uid in records for one in _revisions(graph, label, uid)}
    return [found[uid] for uid in sorted(found, reverse=True)]


def _revisions(graph: Graph, label: str, uid: str) -> Iterator[Revision]:
    after = None
    while page := revisions_on(graph, label=label, uid=uid, after=after, limit=_PAGE):
        yield from page
        after = page[-1].uid


def _trail(graph: Graph, kind: str, uid: str, *, shown: bool) -> AuditTrail:
    named = [one for one in _entries(graph, uid) if f"{kind} {uid}" in one.records]  # not one of another kind
    items = [_told({name: getattr(one, name) for name in ("seq", "at", "user", "action", "what", "change")})
             for one in named] if shown else None  # fmt: skip
    first, last = (named[-1].at.isoformat(), named[0].at.isoformat()) if named else (None, None)
    return AuditTrail(len(named), first, last, items)


def _entries(graph: Graph, uid: str) -> Iterator[Entry]:
    before = END
    while page := entries(graph, record=uid, before=before, limit=_PAGE):
        yield from page
        before = page[-1].seq


def _told(props: Mapping[str, Any]) -> Part:
    """Properties as JSON has them, without what is derived or empty."""
    kept = {name: value for name, value in props.items() if value is not None and name not in _DERIVED}
    told: Part = json.loads(states.written(kept) or "{}")
    return told


def _to(name: str, edge: Edge) -> Part:
    return {name: _named((edge.other, edge.name)), **_told(edge.props)}


def _named(of: tuple[str, str]) -> Part:
    return dict(zip(("uid", "name"), of, strict=True))


def _handle(edge: Edge) -> Part:
    return {"kind": edge.other.partition(":")[0], "value": edge.name, **_told(edge.props)}


def _other(edge: Edge) -> Part:
    return _named((edge.other, edge.name))


def _conversion(edge: Edge) -> Part:
    """The record that a lead became, or the lead that a contact was."""
    return _to(edge.label.lower(), edge)


def _link(edge: Edge) -> Part:
    """A link to another contact: what this one is `to` them, or what they are, where it comes `from` them."""
    return {"kind": edge.type.lower(), **_to("to" if edge.outgoing else "from", edge)}


def _interaction(edge: Edge, unread: Container[str]) -> Part:
    told = _to("user", edge)
    if edge.props["event"] not in unread:
        return told
    return {name: value for name, value in told.items() if name not in WORDS} | {"words_left_out": True}


def _move(move: Move) -> Part:
    return {"left": list(map(_named, move.left)), "joined": list(map(_named, move.joined)), **_told(move.props)}


def _requested(one: Requested) -> Part:
    return {"asker": _named(one.asker), "account": _named(one.account), **_told(one.props)}


def _task(one: AboutThem) -> Part:
    """A task; the accounts that it is about too are named, and other people are not."""
    owners = [{"user": {"uid": uid, "name": name}, **_told(props)} for uid, name, props in one.owners]
    return {**_told(one.props), "accounts": list(map(_named, one.accounts)), "owners": owners}


def _part_in(one: PartIn) -> Part:
    """What they have a part in, with that; the account is named, and other people are not."""
    owners = [{"user": {"uid": uid, "name": name}, **_told(props)} for uid, name, props in one.owners]
    account = _named(one.account) if one.account else None
    return {**_told(one.props), "role": one.role, "account": account, "owners": owners}


def _revision(one: Revision, *, shown: bool) -> Part:
    """What one change did; who else has done it is told by uid, as everywhere in a history."""
    names = ("uid", "change", "kind", "of", "rev", "action", "at", "by", "why", "undoes")
    told = _told({name: getattr(one, name) for name in names})
    if not shown:
        return told | {"words_left_out": True}
    return told | {name: states.read(state) for name in ("before", "after") if (state := getattr(one, name))}
