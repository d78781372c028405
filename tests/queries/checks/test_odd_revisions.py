from __future__ import annotations

import pytest
from worlds.build import account, contact, interaction, job, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.odd_revisions import odd_revisions


@pytest.fixture
def world(graph: Graph) -> Graph:
    contact(graph, "X", rev=2)
    account(graph, "X", rev=2)
    user(graph, "U1", rev=2)
    job(graph, "X", "X", uid="J", rev=2)
    interaction(graph, "U1", "X", "2024-05-01", uid="I", rev=2)
    rating(graph, "U1", "X", 3)
    graph.write("MATCH ()-[r:RATES]->() SET r.rev = 2, r.uid = 'R'")
    for kind, of in (
        ("contact", "X"),
        ("account", "X"),
        ("user", "U1"),
        ("job", "J"),
        ("interaction", "I"),
        ("rating", "R"),
    ):
        revision(graph, kind, of, 2)
    return graph


def revision(graph: Graph, kind: str, of: str, rev: int, action: str = "change", on: str | None = "H") -> None:
    """The next one: their uids are in the order of time."""
    graph.write(
        "MATCH (o) WITH count(o) AS n CREATE (r:Revision {uid: toString(1000 + n), kind: $kind, of: $of, rev: $rev, action: $action}) "
        "FOREACH (h IN CASE WHEN $on IS NULL THEN [] ELSE [$on] END | MERGE (h1:History {uid: h}) CREATE (r)-[:ON]->(h1))",
        kind=kind, of=of, rev=rev, action=action, on=on,
    )  # fmt: skip


def found(graph: Graph) -> list[tuple[list[str], str]]:
    return [(one.where, one.what) for one in odd_revisions(graph, limit=20)]


@pytest.mark.parametrize(
    ("kind", "of"),
    [("contact", "X"), ("account", "X"), ("user", "U1"), ("job", "J"), ("interaction", "I"), ("rating", "R")],
)
def test_revisions_of_later_than_a_thing_and_of_one_number_are_named(world: Graph, kind: str, of: str) -> None:
    assert found(world) == []
    revision(world, kind, of, 2)
    assert found(world) == [([kind, of], "a revision of it is remembered twice")]
    revision(world, kind, of, 3)
    assert found(world) == [([kind, of], "it is at revision 2, and later ones are remembered")]


def test_a_revision_in_no_history_is_named_unless_it_is_of_a_purge(world: Graph) -> None:
    revision(world, "contact", "gone", 5, "purge", on=None)
    assert found(world) == []
    revision(world, "contact", "X", 1, "create", on=None)
    assert found(world) == [(["contact", "X"], "a revision of it is in no history")]


def test_what_was_removed_may_begin_again(world: Graph) -> None:
    revision(world, "job", "J", 3, "remove")
    assert found(world) == []  # an import has brought it again, and changed it
    revision(world, "job", "J", 2)
    assert found(world) == []


def test_what_is_no_more_has_any_revision(world: Graph) -> None:
    revision(world, "job", "other", 7)
    assert found(world) == []
