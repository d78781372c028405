"""What the store keeps sealed: which fields may be, and going through it to have each value as it is to stand.

A field that a query compares, sorts or searches by cannot be sealed: the store knows nothing of what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from graphcrm.access import OWNED, kind_of, label_of
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Graph, Runner
from graphcrm.nodes.base import custom_key
from graphcrm.nodes.edges import WORDS
from graphcrm.queries.sealing.put_values_of_edges import put_values_of_edges
from graphcrm.queries.sealing.put_values_of_nodes import put_values_of_nodes
from graphcrm.queries.sealing.values_of_edges import values_of_edges
from graphcrm.queries.sealing.values_of_nodes import values_of_nodes
from graphcrm.sealed import RAW, Sealing

SETTING = "GRAPHCRM_SEALED_FIELDS"
SEALABLE: Mapping[str, frozenset[str]] = {
    "account": frozenset({"description", "hq_address", "branch_addresses", "fax", "website"}),
    "contact": frozenset({"description", "address", "hobbies", "preferences"}),
    "lead": frozenset({"description"}),
    "opportunity": frozenset({"description"}),
    "contract": frozenset({"description"}),
    "order": frozenset({"description"}),
    "service_request": frozenset({"description", "solution", "satisfaction_comment"}),
    "campaign": frozenset({"description"}),
    "task": frozenset({"description", "outcome"}),
    "interaction": frozenset(WORDS),
}
_PAGE = 500  # things in one transaction
_REMEMBERED = ("before", "after")  # the texts of a revision


def chosen(text: str) -> dict[str, frozenset[str]]:
    """The fields that a setting names, `kind.field` with commas between, by kind; raises InvalidInputError."""
    found: dict[str, set[str]] = {}
    for name in filter(None, (part.strip() for part in text.split(","))):
        kind, _, field = name.partition(".")
        own = kind != "interaction" and field.startswith("x_") and custom_key(field) == field
        if kind not in SEALABLE or not (own or field in SEALABLE[kind]):
            can = ", ".join(f"{kind}.{field}" for kind, fields in SEALABLE.items() for field in sorted(fields))
            message = f"{SETTING} names {name}, which is not kept sealed; these can be: {can}, and custom fields"
            raise InvalidInputError(f"{message} (contact.x_…).", field=SETTING)
        found.setdefault(kind, set()).add(field)
    return {kind: frozenset(fields) for kind, fields in found.items()}


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, some of its values, and the names of those that are to be sealed."""

    uid: str
    values: Mapping[str, Any]
    sealed: Collection[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where values are.

    `read(runner, sealing, after, limit)` answers things whose uid comes after another, in order. `write(runner, rows)`
    takes rows of `uid` and, by name, what values `was` and `becomes`; it leaves alone what is no longer as it `was`:
    somebody has written it since.
    """

    name: str
    read: Callable[[Runner, Sealing, str, int], Iterable[Thing]]
    write: Callable[[Runner, list[dict[str, Any]]], object]


def _nodes(label: str, names: Callable[[Sealing, str], Collection[str]], known: Collection[str] = ()) -> Place:
    """Nodes of a label: `names(sealing, kind)` are those of their values to be sealed, `known` all that may be."""

    def read(runner: Runner, sealing: Sealing, after: str, limit: int) -> Iterator[Thing]:
        asked = known or names(sealing, "")
        for node in values_of_nodes(runner, label=label, names=asked, after=after, limit=limit):
            yield Thing(node.uid, dict(node.values), names(sealing, node.kind or ""))

    return Place(label, read, lambda runner, rows: put_values_of_nodes(runner, label=label, rows=rows))


def _records(label: str) -> Place:
    return _nodes(label, lambda sealing, _: sealing.of(kind_of(label)))


def _edges(edge: str) -> Place:
    def read(runner: Runner, sealing: Sealing, after: str, limit: int) -> Iterator[Thing]:
        names = sealing.of("interaction")
        for one in values_of_edges(runner, edge=edge, names=names, after=after, limit=limit):
            yield Thing(one.uid, dict(one.values), names)

    return Place(edge, read, lambda runner, rows: put_values_of_edges(runner, edge=edge, rows=rows))


PLACES: tuple[Place, ...] = (
    _nodes("Credential", lambda *_: ["totp"]),
    *map(_records, map(label_of, OWNED)),
    *map(_edges, ("INTERACTED_WITH", "TRASHED")),
    _nodes("Revision", lambda sealing, kind: _REMEMBERED if sealing.of(kind) else (), _REMEMBERED),
    _nodes("IdempotencyKey", lambda sealing, _: ["answer"] if sealing.any else ()),
)


def fit(
    graph: Graph,
    sealing: Sealing,
    places: Sequence[Place] = PLACES,
    *,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> int:
    """Have every value stand as it is to: sealed by the newest key, or not sealed; answers how many stood otherwise.

    `progress` is told how many of the places have been gone through. May be ended at any time and repeated: each value
    can be read before, meanwhile and after. Raises SealedError for one that none of the keys opens.
    """
    raw = graph.sealed_by(RAW)
    done = 0
    for number, place in enumerate(places):
        progress("Sealing", number, len(places))
        done += _fit(raw, sealing, place)
    progress("Sealing", len(places), len(places))
    return done


def _fit(graph: Graph, sealing: Sealing, place: Place) -> int:
    after, done = "", 0
    while page := list(place.read(graph, sealing, after, _PAGE)):
        if rows := [row for thing in page if (row := _row(sealing, thing))]:
            graph.transaction(partial(_write, place, rows))
        after, done = page[-1].uid, done + sum(len(row["was"]) for row in rows)
    return done


def _write(place: Place, rows: list[dict[str, Any]], tx: Runner) -> None:
    place.write(tx, rows)


def _row(sealing: Sealing, thing: Thing) -> dict[str, Any] | None:
    becomes = {
        name: other
        for name, value in thing.values.items()
        if value is not None and (other := sealing.anew(value, sealed=name in thing.sealed)) is not None
    }
    was = {name: thing.values[name] for name in becomes}
    return {"uid": thing.uid, "was": was, "becomes": becomes} if becomes else None
