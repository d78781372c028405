"""One change: whole or not at all, once, and remembered; and many at once."""

from __future__ import annotations

from datetime import date

import pytest
from neo4j.exceptions import TransientError

from graphcrm.errors import InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.services import records
from graphcrm.services.changes import Change, differing

from .conftest import MANY, at_once, do, everything, history, prop


def rename(graph: Graph, name: str, *, expected: int | None = None) -> None:
    do(graph, lambda change: records.edit(change, "contact", "ada", {"name": name}), expected=expected)


def test_what_fails_halfway_leaves_nothing_behind(cast: Graph) -> None:
    before = everything(cast)

    def work(change: Change) -> None:
        records.edit(change, "contact", "ada", {"name": "Ada King", "email": "ada@people.example"})
        records.create(change, "contact", {"name": "Cleo", "phone": "+44 20"})
        records.edit(change, "contact", "bo", {"lifecycle": "friend"})

    with pytest.raises(InvalidInputError):
        do(cast, work)
    assert everything(cast) == before


def test_what_the_driver_does_again_is_done_once(cast: Graph) -> None:
    tries: list[str] = []

    def work(change: Change) -> str:
        uid = records.create(change, "contact", {"name": "Cleo"})
        records.edit(change, "contact", "ada", {"name": "Ada King"})
        tries.append(uid)
        if len(tries) == 1:
            raise TransientError("Deadlock detected")
        return uid

    made = do(cast, work)
    assert (len(tries), made) == (2, tries[1])
    assert cast.read("MATCH (c:Contact {name: 'Cleo'}) RETURN c.uid", str) == [made]
    assert [row[:2] for row in history(cast, "ada")] == [(2, "change")]
    assert cast.read("MATCH (r:Revision) RETURN count(DISTINCT r.change)", int) == [1]


def test_a_change_that_changes_nothing_is_none(cast: Graph) -> None:
    rename(cast, "Ada")
    do(cast, lambda change: records.edit(change, "contact", "ada", {}))
    assert (prop(cast, "ada", "rev"), history(cast, "ada")) == (1, [])


def test_a_revision_says_who_why_and_what_differs(cast: Graph) -> None:
    values = {"birthday": "1815-12-10", "name": "Ada"}
    do(cast, lambda change: records.edit(change, "contact", "ada", values), why="told me")
    assert history(cast, "ada") == [(2, "change", {"birthday": None}, {"birthday": "1815-12-10"})]
    assert cast.read("MATCH (r:Revision)-[:ON]->(h) RETURN r.by, r.why, h.uid", lambda *row: row) == [
        ("alice", "told me", "Contact ada")
    ]


@pytest.mark.parametrize("expected", [0, 1, 3, 10**14])
def test_who_read_another_revision_is_told_both_versions(cast: Graph, expected: int) -> None:
    rename(cast, "Theirs")
    with pytest.raises(StaleError) as refusal:
        rename(cast, "Mine", expected=expected)
    assert (refusal.value.current["name"], refusal.value.current["rev"]) == ("Theirs", 2)
    assert (refusal.value.yours["name"], refusal.value.yours["rev"]) == ("Mine", expected)
    assert prop(cast, "ada", "name") == "Theirs"


def test_locks_are_taken_of_what_is_there_alone(cast: Graph) -> None:
    with pytest.raises(NotFoundError, match="There is no lead 'ada'"):
        do(cast, lambda change: change.lock(("Contact", "ada"), ("Lead", "ada")))


def test_of_many_who_read_the_same_revision_one_wins(cast: Graph) -> None:
    done = at_once([lambda n=n: rename(cast, f"Ada {n}", expected=1) for n in range(MANY)])
    assert [type(one) for one in done if one is not None] == [StaleError] * (MANY - 1)
    winner = f"Ada {done.index(None)}"
    assert history(cast, "ada") == [(2, "change", {"name": "Ada"}, {"name": winner})]
    assert (prop(cast, "ada", "name"), prop(cast, "ada", "rev")) == (winner, 2)
    assert {one.current["name"] for one in done if isinstance(one, StaleError)} == {winner}


def test_many_who_do_not_care_follow_each_other(cast: Graph) -> None:
    assert at_once([lambda n=n: rename(cast, f"Ada {n}") for n in range(MANY)]) == [None] * MANY
    done = history(cast, "ada")
    assert [rev for rev, *_ in done] == list(range(2, MANY + 2))
    assert [before for _, _, before, _ in done] == [{"name": "Ada"}, *(after for *_, after in done[:-1])]
    assert {after["name"] for *_, after in done} == {f"Ada {n}" for n in range(MANY)}
    assert (prop(cast, "ada", "name"), prop(cast, "ada", "rev")) == (done[-1][3]["name"], MANY + 1)


@pytest.mark.parametrize(
    ("before", "after", "differ"),
    [
        ({}, {}, set()),
        ({"a": 1}, {"a": 1}, set()),
        ({"a": None}, {}, set()),
        ({"a": 1}, {}, {"a"}),
        ({"a": 1}, {"a": True}, {"a"}),
        ({"a": 1}, {"a": 1.0}, {"a"}),
        ({"a": date(2024, 1, 1)}, {"a": date(2024, 1, 1)}, set()),
        ({"a": ["x"], "b": 2}, {"a": ["y"], "b": 2}, {"a"}),
    ],
)
def test_fields_differ_by_value_and_by_type(
    before: dict[str, object], after: dict[str, object], differ: set[str]
) -> None:
    was, becomes = differing(before, after)
    assert set(was) == set(becomes) == differ
    assert all((was[name], becomes[name]) == (before.get(name), after.get(name)) for name in differ)
