"""What the tests of the services share: Alice (alice), who does things, and many who do them at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

import pytest
from worlds.build import account, contact, user

from graphcrm.errors import GraphcrmError
from graphcrm.graph import Graph
from graphcrm.services import changes
from graphcrm.services.changes import Author, Change

Answer = TypeVar("Answer")
MANY = 50
_BESIDE = ["TRASHED", "FOR", "LEFT", "JOINED"]  # what may hang on a record in the trash


@pytest.fixture
def cast(graph: Graph) -> Graph:
    """Alice and Bob; the contacts Ada and Bo; the accounts Acme, Beta and Gamma."""
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title(), email=f"{uid}@us.example")
    for uid in ("ada", "bo"):
        contact(graph, uid, uid.title())
    for uid in ("acme", "beta", "gamma"):
        account(graph, uid, uid.title())
    return graph


def do(
    graph: Graph, work: Callable[[Change], Answer], *, expected: int | None = None, why: str | None = None
) -> Answer:
    """Do some work as a change of Alice's."""
    return changes.change(graph, Author("alice", why), work, expected=expected)


def at_once(works: Iterable[Callable[[], Answer]]) -> list[Answer | GraphcrmError]:
    """What each of some works came to that all begin at one moment: its answer, or what it was refused with."""
    listed = list(works)
    barrier = Barrier(len(listed))

    def run(work: Callable[[], Answer]) -> Answer | GraphcrmError:
        barrier.wait()
        try:
            return work()
        except GraphcrmError as refusal:
            return refusal

    with ThreadPoolExecutor(len(listed)) as pool:
        return list(pool.map(run, listed))


def history(graph: Graph, of: str, kind: str = "contact") -> list[tuple[int, str, Any, Any]]:
    """The revisions of a thing, the first first: rev, action, before, after."""
    found = graph.read(
        "MATCH (r:Revision {of: $of}) WHERE r.kind = $kind RETURN r.rev, r.action, r.before, r.after ORDER BY r.rev, r.uid",
        lambda rev, action, before, after: (rev, action, _read(before), _read(after)),
        of=of,
        kind=kind,
    )
    return list(found)


def _read(text: str | None) -> Any:
    return json.loads(text) if text else None


def prop(graph: Graph, uid: str, name: str) -> Any:
    """A property of the one node of a uid."""
    (found,) = graph.read("MATCH (n {uid: $uid}) RETURN n[$name]", lambda value: value, uid=uid, name=name)
    return found


def everything(graph: Graph) -> set[str]:
    """All nodes and edges with all their properties, to compare with those of another moment."""
    nodes = graph.read("MATCH (n) RETURN labels(n), properties(n)", lambda *row: str(row))
    return {
        *nodes,
        *graph.read("MATCH (a)-[e]->(b) RETURN a.uid, type(e), properties(e), b.uid", lambda *row: str(row)),
    }


def loose_ends(graph: Graph) -> list[tuple[str, str]]:
    """Edges at records in the trash that are not set aside: there may be none."""
    return graph.read(
        "MATCH (n)-[e]-() WHERE n.deleted_at IS NOT NULL AND NOT type(e) IN $beside RETURN n.uid, type(e)",
        lambda *row: row,
        beside=_BESIDE,
    )


def edges(graph: Graph, kind: str) -> list[tuple[str, str]]:
    """Which edges of a type there are."""
    found = graph.read("MATCH (a)-[e]->(b) WHERE type(e) = $kind RETURN a.uid, b.uid", lambda *row: row, kind=kind)
    return sorted(found)
