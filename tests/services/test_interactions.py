"""Interactions: one event that several write at once, that lies half in the trash, that an import tells differently."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from worlds.build import contact, interaction, lead

from graphcrm.errors import (
    ChangedSinceError,
    DatabaseError,
    ForbiddenError,
    GraphcrmError,
    InTrashError,
    InvalidInputError,
    NotFoundError,
    StaleError,
)
from graphcrm.graph import Graph, Runner
from graphcrm.importers.bundle import import_bundle
from graphcrm.services import changes, event_writing, interactions, trash, undo
from graphcrm.services.changes import Author, Change
from graphcrm.services.checks import check
from tests.importers.test_knows_properties import knows, summed

from .conftest import at_once, do, everything, history

AT = "2024-05-17T09:30:00+02:00"
PARTS = "MATCH (u)-[i:INTERACTED_WITH|TRASHED {event: $event}]->(p) RETURN u.uid, p.uid, type(i), properties(i)"


def met(graph: Graph, *contacts: str, **values: Any) -> str:
    sent = {"at": AT, "channel": "call", "contacts": list(contacts), **values}
    return do(graph, lambda change: interactions.create(change, sent))


def edit(graph: Graph, event: str, expected: int | None = None, **values: Any) -> None:
    do(graph, lambda change: interactions.edit(change, event, values), expected=expected)


def remove(graph: Graph, event: str) -> None:
    do(graph, lambda change: interactions.remove(change, event))


def latest(graph: Graph, event: str) -> str:
    (change,) = graph.read("MATCH (r:Revision {of: $of}) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str, of=event)
    return str(change)


def undo_latest(graph: Graph, event: str) -> None:
    do(graph, lambda change: undo.undo(change, latest(graph, event)))


def into_trash(graph: Graph, uid: str, kind: str = "contact") -> None:
    do(graph, lambda change: trash.trash(change, kind, uid))


def back(graph: Graph, uid: str, kind: str = "contact") -> None:
    do(graph, lambda change: trash.restore(change, kind, uid))


def parts(graph: Graph, event: str) -> dict[tuple[str, str], tuple[str, dict[str, Any]]]:
    """The edges of an event by pair, set aside or not, without their revisions."""
    rows = graph.read(PARTS, lambda *row: row, event=event)
    return {row[:2]: (row[2], {k: v for k, v in row[3].items() if k not in {"rev", "type"}}) for row in rows}


def revs(graph: Graph, event: str) -> set[int]:
    return set(graph.read(PARTS, lambda *row: row[3]["rev"], event=event))


def right(graph: Graph) -> None:
    """KNOWS is what the interactions come to, by a sum of our own and by the check."""
    assert knows(graph) == summed(graph)
    assert check(graph) == []


def test_all_parts_of_an_event_have_its_revision(cast: Graph) -> None:
    lead(cast, "lea")
    event = met(cast, "ada", "bo", leads=["lea"], users=["alice", "bob"])
    assert (len(parts(cast, event)), revs(cast, event)) == (6, {1})
    edit(cast, event, contacts=["ada"], subject="Offer")
    assert (len(parts(cast, event)), revs(cast, event)) == (4, {2})
    (_, created, *_), (rev, action, before, after) = history(cast, event, "interaction")
    assert (created, rev, action) == ("create", 2, "change")
    assert before == {"contacts": ["ada", "bo"], "participants": 5, "subject": None}
    assert after == {"contacts": ["ada"], "participants": 4, "subject": "Offer"}
    shown_on = "MATCH (:Revision {of: $of, rev: 2})-[:ON]->(h) RETURN h.uid"
    assert set(cast.read(shown_on, str, of=event)) == {
        "Contact ada",
        "Contact bo",
        "Lead lea",
        "User alice",
        "User bob",
    }
    right(cast)


def test_what_was_said_again_changes_nothing(cast: Graph) -> None:
    event = met(cast, "ada", subject="Offer")
    before = everything(cast)
    edit(cast, event, subject="Offer", contacts=["ada"], channel="call")
    assert everything(cast) == before


@pytest.mark.parametrize("step", ["create_interactions", "remove_edges", "change_parts", "hide_revisions"])
def test_what_fails_half_way_leaves_nothing(cast: Graph, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    event = met(cast, "ada", "bo", subject="Offer")
    before = everything(cast)
    real = getattr(event_writing, step)

    def fail(runner: Runner, **params: Any) -> int:
        real(runner, **params)
        raise DatabaseError("the plug was pulled")

    monkeypatch.setattr(event_writing, step, fail)
    with pytest.raises(DatabaseError):
        edit(cast, event, contacts=["bo"], users=["alice", "bob"], private=True)
    assert everything(cast) == before


@pytest.mark.parametrize(
    ("item", "error", "field"),
    [
        ({"at": "soon"}, InvalidInputError, "items.2.at"),
        ({"contacts": ["nobody"]}, NotFoundError, "items.2.contact"),
        ({"users": ["bo"]}, NotFoundError, "items.2.user"),
        ({"contacts": ["gone"]}, InTrashError, "items.2.contact"),
        ({"contacts": []}, InvalidInputError, "items.2.contacts"),
    ],
)
def test_one_bad_item_refuses_them_all_and_is_named(
    cast: Graph, item: dict[str, Any], error: type[GraphcrmError], field: str
) -> None:
    contact(cast, "gone")
    into_trash(cast, "gone")
    before = everything(cast)
    good = {"at": AT, "contacts": ["ada"]}
    with pytest.raises(error) as refused:
        do(cast, lambda change: interactions.create_all(change, [good, good, {**good, **item}]))
    assert (type(refused.value), refused.value.field) == (error, field)
    assert everything(cast) == before


def test_many_who_meet_one_contact_at_once_all_count(cast: Graph) -> None:
    def meet(number: int) -> Callable[[], str]:
        who = ["ada", "bo"] if number % 2 else ["bo", "ada"]
        return lambda: met(cast, *who, users=["alice", "bob"], channel="email", participants=number + 2)

    assert all(isinstance(answer, str) for answer in at_once(meet(number) for number in range(12)))
    assert {row[0] for row in knows(cast).values()} == {12}
    right(cast)


def test_edits_of_one_event_at_once_follow_each_other(cast: Graph) -> None:
    event = met(cast, "ada")
    others = [contact(cast, f"c{n}") for n in range(6)]
    works = [lambda who=who: edit(cast, event, contacts=[who], users=["bob"]) for who in others]
    assert at_once(works) == [None] * 6
    assert len(parts(cast, event)) == 1
    assert revs(cast, event) == {7}
    assert [rev for rev, *_ in history(cast, event, "interaction")] == list(range(1, 8))
    right(cast)


def test_of_edits_at_once_of_one_revision_one_wins(cast: Graph) -> None:
    event = met(cast, "ada")
    works = [lambda n=n: edit(cast, event, expected=1, contacts=["ada", "bo"][n % 2 :], notes=f"{n}") for n in range(6)]
    answers = at_once(works)
    assert sorted(type(answer).__name__ for answer in answers) == ["NoneType"] + ["StaleError"] * 5
    right(cast)


def test_an_event_is_removed_once_however_many_ask(cast: Graph) -> None:
    event = met(cast, "ada", "bo")
    answers = at_once([lambda: remove(cast, event)] * 5)
    assert sorted(type(answer).__name__ for answer in answers) == ["NoneType"] + ["NotFoundError"] * 4
    assert at_once([lambda: undo_latest(cast, event)] * 2).count(None) == 1
    assert len(parts(cast, event)) == 2
    right(cast)


def test_nobody_is_met_who_goes_into_the_trash_meanwhile(cast: Graph) -> None:
    works = [lambda: met(cast, "ada", "bo")] * 5 + [lambda: into_trash(cast, "ada")]
    answers = at_once(works)
    assert {type(answer) for answer in answers} <= {str, type(None), InTrashError}
    right(cast)
    back(cast, "ada")
    right(cast)


def test_who_is_in_the_trash_keeps_their_part_of_what_is_changed(cast: Graph) -> None:
    event = met(cast, "ada", "bo", subject="Old")
    into_trash(cast, "bo")
    edit(cast, event, subject="New", contacts=["ada"])
    back(cast, "bo")
    assert {props["subject"] for _, props in parts(cast, event).values()} == {"New"}
    assert (len(parts(cast, event)), revs(cast, event)) == (2, {2})
    undo_latest_of = history(cast, event, "interaction")[-1]
    assert undo_latest_of[2:] == ({"subject": "Old"}, {"subject": "New"})
    right(cast)


def test_what_is_removed_while_somebody_is_in_the_trash_stays_removed(cast: Graph) -> None:
    event = met(cast, "ada", "bo")
    into_trash(cast, "bo")
    remove(cast, event)
    back(cast, "bo")
    assert parts(cast, event) == {}
    right(cast)


def test_a_removed_event_waits_for_all_of_its_people(cast: Graph) -> None:
    event = met(cast, "ada", "bo")
    before = parts(cast, event)
    into_trash(cast, "bo")
    remove(cast, event)
    with pytest.raises(ChangedSinceError, match="trash"):
        undo_latest(cast, event)
    back(cast, "bo")
    undo_latest(cast, event)
    assert parts(cast, event) == before
    right(cast)


def test_an_event_with_nobody_outside_the_trash_is_not_found(cast: Graph) -> None:
    event = met(cast, "ada")
    into_trash(cast, "ada")
    for work in (lambda: edit(cast, event, notes="x"), lambda: remove(cast, event)):
        with pytest.raises(NotFoundError):
            work()


@pytest.fixture
def imported(cast: Graph) -> str:
    """An event as an import may leave it: every pair has its own words, and Bob did not meet Bo."""
    lead(cast, "lea")
    told = {("alice", "ada"): "A", ("alice", "bo"): "B", ("bob", "ada"): "C", ("bob", "lea"): "D"}
    for (user, person), subject in told.items():
        more = {"notes": "shared", "recorded_by": "bob"} if person == "ada" else {}
        more["recorded_at"] = datetime(2024, 6, len(user), tzinfo=UTC)
        interaction(cast, user, person, AT, event="E", subject=subject, uid=f"{user} {person}", **more)
    return "E"


def test_pairs_that_are_not_alike_stay_so_where_nobody_says_otherwise(cast: Graph, imported: str) -> None:
    before = parts(cast, imported)
    edit(cast, imported, outcome="Yes")
    assert {pair: props["subject"] for pair, (_, props) in parts(cast, imported).items()} == {
        pair: props["subject"] for pair, (_, props) in before.items()
    }
    undo_latest(cast, imported)
    assert parts(cast, imported) == before
    edit(cast, imported, subject="One for all")
    assert {props["subject"] for _, props in parts(cast, imported).values()} == {"One for all"}
    undo_latest(cast, imported)
    assert parts(cast, imported) == before
    right(cast)


def test_what_an_import_told_of_each_pair_comes_back_whole(cast: Graph, imported: str) -> None:
    def told() -> dict[tuple[str, str], dict[str, Any]]:
        return {
            pair: {k: v for k, v in props.items() if k != "uid"} for pair, (_, props) in parts(cast, imported).items()
        }

    before = told()
    remove(cast, imported)
    undo_latest(cast, imported)
    assert told() == before
    edit(cast, imported, users=["bob"], contacts=[], channel="email")
    undo_latest(cast, imported)
    assert told() == before
    right(cast)


@pytest.mark.parametrize(
    "row", ["E,alice,ada,2024-05-17,told otherwise", "E,alice,bo,2024-05-17,one more"], ids=["a part", "a pair"]
)
def test_what_an_import_has_changed_since_is_a_revision_later(cast: Graph, tmp_path: Path, row: str) -> None:
    interaction(cast, "alice", "ada", "2024-05-17", event="E", subject="One", rev=1)
    interaction(cast, "bob", "ada", "2024-05-17", event="E", subject="One", rev=1)
    edit(cast, "E", subject="Two")
    ours = latest(cast, "E")
    head = "interaction_id,user_id,contact_id,occurred_at,subject"
    (tmp_path / "interactions.csv").write_text(f"{head}\n{row}\n")
    for rows_changed in (1, 0):
        before = revs(cast, "E")
        assert import_bundle(cast, [tmp_path], refused_path=tmp_path / "refused.csv").refused_count == 0
        assert max(revs(cast, "E")) - max(before) == rows_changed
    with pytest.raises(ChangedSinceError):
        do(cast, lambda change: undo.undo(change, ours))
    with pytest.raises(StaleError):
        edit(cast, "E", expected=2, notes="x")
    undo_latest(cast, "E")  # what the import did
    do(cast, lambda change: undo.undo(change, ours))
    assert {props["subject"] for _, props in parts(cast, "E").values()} == {"One"}
    right(cast)


def as_bob(graph: Graph, work: Callable[[Change], None]) -> None:
    changes.change(graph, Author("bob"), work)


def test_who_was_not_there_changes_nothing_that_is_private(cast: Graph) -> None:
    event = met(cast, "ada", users=["alice"], subject="Salary", private=True)
    for work in (
        lambda change: interactions.edit(change, event, {"private": False}),
        lambda change: interactions.remove(change, event),
    ):
        with pytest.raises(ForbiddenError):
            as_bob(cast, work)
    (change,) = cast.read("MATCH (r:Revision {of: $of}) RETURN r.change", str, of=event)
    with pytest.raises(ForbiddenError):
        as_bob(cast, lambda undone: undo.undo(undone, change))
    edit(cast, event, users=["alice", "bob"])
    as_bob(cast, lambda change: interactions.edit(change, event, {"notes": "mine too"}))
    assert revs(cast, event) == {3}


def test_nobody_brings_back_or_hides_what_they_had_no_part_in(cast: Graph) -> None:
    event = met(cast, "ada", users=["alice"], notes="secret", private=True)
    edit(cast, event, private=False, notes="public")
    change = latest(cast, event)
    with pytest.raises(ForbiddenError):
        as_bob(cast, lambda undone: undo.undo(undone, change))
    with pytest.raises(ForbiddenError):
        as_bob(cast, lambda change: interactions.edit(change, event, {"private": True}))
    as_bob(cast, lambda change: interactions.edit(change, event, {"subject": "anybody may"}))


def test_what_an_import_makes_private_is_private_from_the_beginning(cast: Graph, tmp_path: Path) -> None:
    event = met(cast, "ada", users=["alice"], notes="secret")
    head = "interaction_id,user_id,contact_id,occurred_at,private"
    (tmp_path / "interactions.csv").write_text(f"{head}\n{event},alice,ada,2024-05-17,true\n")
    assert import_bundle(cast, [tmp_path], refused_path=tmp_path / "refused.csv").refused_count == 0
    found = cast.read("MATCH (r:Revision {of: $of}) RETURN r.private", lambda private: private, of=event)
    assert found == [True, True]


def test_who_comes_back_is_counted_with_those_who_are_still_in_the_trash(cast: Graph) -> None:
    event = met(cast, "ada", "bo", users=["alice"])
    before = knows(cast)
    for uid in ("ada", "bo"):
        into_trash(cast, uid)
    back(cast, "ada")
    assert {props["participants"] for _, props in parts(cast, event).values()} == {3}
    back(cast, "bo")
    assert knows(cast) == before
    right(cast)


def test_what_becomes_private_is_private_from_the_beginning(cast: Graph) -> None:
    event = met(cast, "ada", subject="Salary")
    edit(cast, event, private=True)
    cypher = "MATCH (r:Revision {of: $of}) RETURN r.private"
    assert cast.read(cypher, lambda private: private, of=event) == [True, True]


def test_a_time_a_day_ahead_is_somebody_elses_clock_and_a_later_one_a_mistake(cast: Graph) -> None:
    now = datetime.now(UTC)
    met(cast, "ada", at=now.replace(microsecond=0).isoformat())
    with pytest.raises(InvalidInputError) as refused:
        met(cast, "ada", at=now.replace(year=now.year + 1, day=1).isoformat())
    assert refused.value.field == "at"


def test_a_stale_revision_is_refused_and_leaves_all_as_it_was(cast: Graph) -> None:
    event = met(cast, "ada", subject="One")
    edit(cast, event, subject="Two")
    before = everything(cast)
    with pytest.raises(StaleError) as refused:
        edit(cast, event, expected=1, subject="Three")
    assert (refused.value.current["subject"], refused.value.yours["subject"]) == ("Two", "Three")
    assert everything(cast) == before
