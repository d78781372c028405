"""The same done to many records: all of it or nothing, and one undo."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from worlds.build import contact, lead, owned, user

from graphcrm.access import SHIPPED, Reader
from graphcrm.errors import ForbiddenError, InTrashError, InvalidInputError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.services import bulk, changes
from graphcrm.services.changes import Author, Change
from graphcrm.services.undo import undo

from .conftest import do

REP = Author("alice", reader=Reader("alice", SHIPPED["rep"], frozenset({"alice"})))


def owners(graph: Graph) -> set[tuple[str, str | None]]:
    return set(graph.read("MATCH (n:Contact) RETURN n.uid, n.owner", lambda *row: row))


def gone(graph: Graph) -> set[str]:
    return set(graph.read("MATCH (n:Contact) WHERE n.deleted_at IS NOT NULL RETURN n.uid", str))


def by(graph: Graph, author: Author, work: Any) -> str:
    """Do some work as somebody whose queries see what they may; the uid of the change."""
    graph = graph.seen_by(author.reader.sight) if author.reader else graph

    def named(change: Change) -> str:
        work(change)
        return change.uid

    return changes.change(graph, author, named)


def test_records_change_hands_together_and_come_back_by_one_undo(cast: Graph) -> None:
    contact(cast, "cy"), owned(cast, "bo", "alice"), owned(cast, "cy", "bob")
    change = by(cast, Author("alice"), lambda made: bulk.assign(made, "contact", ["cy", "ada", "bo", "ada"], "bob"))
    assert owners(cast) == {("ada", "bob"), ("bo", "bob"), ("cy", "bob")}
    do(cast, lambda made: undo(made, change))
    assert owners(cast) == {("ada", None), ("bo", "alice"), ("cy", "bob")}


def test_records_are_given_back_those_of_nobody_too(cast: Graph) -> None:
    owned(cast, "bo", "alice")
    do(cast, lambda made: bulk.assign(made, "contact", ["ada", "bo"], None))
    assert owners(cast) == {("ada", None), ("bo", None)}


def test_records_go_into_the_trash_together_and_come_back_by_one_undo(cast: Graph) -> None:
    change = by(cast, Author("alice"), lambda made: bulk.into_trash(made, "contact", ["bo", "ada"]))
    assert gone(cast) == {"ada", "bo"}
    do(cast, lambda made: undo(made, change))
    assert gone(cast) == set()


@pytest.mark.parametrize(("uids", "refusal"), [([], InvalidInputError), (["ada", "nobody"], NotFoundError)])
def test_what_cannot_be_done_to_all_is_done_to_none(cast: Graph, uids: list[str], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        do(cast, lambda made: bulk.into_trash(made, "contact", uids))
    assert gone(cast) == set()


def test_a_record_in_the_trash_refuses_all(cast: Graph) -> None:
    do(cast, lambda made: bulk.into_trash(made, "contact", ["bo"]))
    with pytest.raises(InTrashError):
        do(cast, lambda made: bulk.assign(made, "contact", ["ada", "bo"], "bob"))
    assert owners(cast) == {("ada", None), ("bo", None)}


def test_more_than_fit_are_refused_before_anything_is_read(cast: Graph) -> None:
    most = [f"p{number}" for number in range(bulk.MOST + 1)]
    with pytest.raises(InvalidInputError, match="201 are chosen, and at most 200"):
        do(cast, lambda made: bulk.assign(made, "contact", most, "bob"))


def test_what_one_may_not_do_to_one_of_them_is_done_to_none(cast: Graph) -> None:
    contact(cast, "cy"), owned(cast, "cy", "bob"), owned(cast, "ada", "alice")
    team = Author("alice", reader=Reader("alice", SHIPPED["rep"], frozenset({"alice", "bob"})))
    for work in (bulk.into_trash, lambda *args: bulk.assign(*args, "alice")):
        with pytest.raises(ForbiddenError):
            by(cast, team, lambda made, work=work: work(made, "contact", ["ada", "cy"]))
    with pytest.raises(NotFoundError):
        by(cast, REP, lambda made: bulk.into_trash(made, "contact", ["ada", "cy"]))
    assert gone(cast) == set()
    assert owners(cast) == {("ada", "alice"), ("bo", None), ("cy", "bob")}


def test_who_has_just_given_records_away_may_take_that_back(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    owned(cast, "ada", "alice")
    change = by(cast, REP, lambda made: bulk.assign(made, "contact", ["ada"], "bob"))
    later = datetime.now(UTC) + timedelta(minutes=11)
    with monkeypatch.context() as patched:
        patched.setattr(Change, "at", property(lambda _: later))
        with pytest.raises(NotFoundError):
            by(cast, REP, lambda made: undo(made, change))
    assert owners(cast) >= {("ada", "bob")}
    by(cast, REP, lambda made: undo(made, change))
    assert owners(cast) >= {("ada", "alice")}


def test_nobody_takes_back_what_others_gave(cast: Graph) -> None:
    user(cast, "dan", "Dan"), owned(cast, "ada", "bob")
    change = by(cast, Author("bob"), lambda made: bulk.assign(made, "contact", ["ada"], "dan"))
    with pytest.raises(NotFoundError):
        by(cast, REP, lambda made: undo(made, change))
    assert owners(cast) >= {("ada", "dan")}


def test_leads_and_accounts_are_done_alike(cast: Graph) -> None:
    lead(cast, "lea")
    do(cast, lambda made: bulk.assign(made, "lead", ["lea"], "bob"))
    do(cast, lambda made: bulk.assign(made, "account", ["acme", "beta"], "bob"))
    assert cast.read("MATCH (n {owner: 'bob'}) RETURN n.uid ORDER BY n.uid", str) == ["acme", "beta", "lea"]
