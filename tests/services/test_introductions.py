from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from worlds.cast import write_cast

from graphcrm.access import SHIPPED, Reader, Sight
from graphcrm.errors import ChangedSinceError, ForbiddenError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.queries.introductions.introduction import Introduction
from graphcrm.queries.introductions.introductions import introductions
from graphcrm.queries.introductions.one_introduction import one_introduction
from graphcrm.services import introductions as service
from graphcrm.services import trash
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from graphcrm.services.introductions import Way
from graphcrm.services.undo import undo
from services.conftest import do, everything, history

TOMAS = Way("acme", "alice", ["maya", "tomas"])


@pytest.fixture
def world(graph: Graph) -> Graph:
    write_cast(graph)
    return graph


def today() -> date:
    return datetime.now(UTC).date()


def ask(graph: Graph, way: Way = TOMAS, **values: Any) -> str:
    return do(graph, lambda it: service.ask(it, "alice", way, values))


def alter(graph: Graph, uid: str, expected: int | None = None, **values: Any) -> None:
    do(graph, lambda it: service.alter(it, uid, values), expected=expected)


def one(graph: Graph, uid: str) -> Introduction:
    return one_introduction(graph, uid=uid)


def last_change(graph: Graph) -> str:
    return graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)[0]


def test_what_is_asked_for_keeps_its_path_and_its_grounds_without_names(world: Graph) -> None:
    found = one(world, ask(world, subject="Hello", note="Dear", letter="Lines", language="zh"))
    assert (found.state, found.props["asked_on"], found.rev) == ("asked", today(), 1)
    assert (found.props["way"], found.props["language"]) == ("alice,maya,tomas", "zh")
    kept = json.loads(found.props["evidence"])
    assert [hop["kind"] for hop in kept["hops"]] == ["knows", "worked_together"]
    assert kept["hops"][0]["interactions"] == 12
    assert kept["hops"][1]["shared"][0]["account"] == "globex"
    assert "Maya" not in found.props["evidence"]
    assert history(world, found.uid, "introduction")[0][:2] == (1, "create")
    assert check(world) == []


@pytest.mark.parametrize("people", [["priya"], ["maya", "lena"], ["nobody"], ["maya", "maya"]])
def test_nobody_is_asked_along_a_path_that_is_none(world: Graph, people: list[str]) -> None:
    before = everything(world)
    with pytest.raises(NotFoundError):
        ask(world, Way("acme", "alice", people))
    assert everything(world) == before


def test_each_state_has_its_day(world: Graph) -> None:
    uid = ask(world, asked_on=str(today() - timedelta(days=9)))
    alter(world, uid, state="accepted", accepted_on=str(today() - timedelta(days=3)))
    alter(world, uid, state="met", remark="We had coffee.")
    found = one(world, uid).props
    assert (found["state"], found["accepted_on"], found["met_on"]) == ("met", today() - timedelta(days=3), today())
    assert [action for _, action, *_ in history(world, uid, "introduction")] == ["create", "change", "change"]
    alter(world, uid, state="met")  # nothing is different
    assert one(world, uid).rev == 3


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"state": "lost"}, "state"),
        ({"asked_on": ""}, "asked_on"),
        ({"state": "met", "met_on": "2999-01-01"}, "met_on"),
        ({"state": "declined", "declined_on": "2001-01-01"}, "declined_on"),
        ({"way": "bob,priya"}, "way"),
        ({"evidence": "{}"}, "evidence"),
        ({"nonsense": 1}, "nonsense"),
    ],
)
def test_what_cannot_be_is_refused(world: Graph, values: dict[str, Any], field: str) -> None:
    uid = ask(world)
    with pytest.raises(InvalidInputError) as error:
        alter(world, uid, **values)
    assert error.value.field == field
    assert one(world, uid).rev == 1


def test_a_state_does_not_lose_its_day(world: Graph) -> None:
    uid = ask(world)
    alter(world, uid, state="accepted")
    with pytest.raises(InvalidInputError) as error:
        alter(world, uid, accepted_on=None)
    assert error.value.field == "accepted_on"


def test_who_changes_an_older_revision_is_shown_both(world: Graph) -> None:
    uid = ask(world, note="first")
    alter(world, uid, note="second")
    with pytest.raises(StaleError) as error:
        alter(world, uid, expected=1, note="mine")
    assert (error.value.current["note"], error.value.yours["note"]) == ("second", "mine")


def test_every_deed_can_be_undone(world: Graph) -> None:
    uid = ask(world, note="first")
    alter(world, uid, state="accepted", note="second")
    do(world, lambda it: undo(it, last_change(world)))
    found = one(world, uid).props
    assert (found["state"], found["note"], found.get("accepted_on")) == ("asked", "first", None)
    do(world, lambda it: service.remove(it, uid))
    assert introductions(world) == []
    do(world, lambda it: undo(it, last_change(world)))
    back = one(world, uid)
    assert ([who for who, *_ in back.people], back.props["note"]) == (["maya", "tomas"], "first")
    assert check(world) == []


def test_what_was_changed_since_is_not_undone(world: Graph) -> None:
    uid = ask(world)
    created = last_change(world)
    alter(world, uid, note="more")
    with pytest.raises(ChangedSinceError):
        do(world, lambda it: undo(it, created))
    assert one(world, uid).props["note"] == "more"


def test_an_introduction_that_was_just_asked_for_is_undone_whole(world: Graph) -> None:
    ask(world)
    do(world, lambda it: undo(it, last_change(world)))
    assert introductions(world) == []


def reader(user: str, role: str = "rep", *mates: str) -> Reader:
    return Reader(user, SHIPPED[role], frozenset(mates))


def as_(graph: Graph, who: Reader, work: Any) -> Any:
    return change(graph.seen_by(who.sight), Author(who.user, reader=who), work)


def test_others_change_it_only_where_they_may_edit_the_contacts_of_who_asked(world: Graph) -> None:
    uid = ask(world)

    def work(it: Any) -> None:
        service.alter(it, uid, {"remark": "well"})

    with pytest.raises(ForbiddenError):
        as_(world, reader("bob", "rep", "alice"), work)
    with pytest.raises(ForbiddenError):
        as_(world, reader("erin", "viewer", "alice"), work)
    with pytest.raises(NotFoundError):
        as_(world, reader("charlie", "rep"), work)
    as_(world, reader("alice", "rep"), work)
    as_(world, reader("dana", "manager", "alice"), work)  # nothing is different any more


def test_who_sees_no_path_cannot_ask_along_it(world: Graph) -> None:
    world.write("MATCH (c:Contact {uid: 'maya'}) SET c.owner = 'alice'")
    with pytest.raises(NotFoundError):
        as_(world, reader("charlie"), lambda it: service.ask(it, "charlie", TOMAS, {}))


def test_it_goes_with_its_people_into_the_trash_and_comes_back_with_them(world: Graph) -> None:
    uid = ask(world)
    do(world, lambda it: trash.trash(it, "contact", "maya"))
    assert introductions(world) == []
    assert check(world) == []
    do(world, lambda it: trash.restore(it, "contact", "maya"))
    assert [who for who, *_ in one(world, uid).people] == ["maya", "tomas"]


@pytest.mark.parametrize(("kind", "uid"), [("contact", "maya"), ("account", "acme"), ("user", "alice")])
def test_it_is_erased_with_anybody_in_it(world: Graph, kind: str, uid: str) -> None:
    ask(world, note="a word that stands nowhere else")
    do(world, lambda it: trash.trash(it, kind, uid))
    do(world, lambda it: trash.purge(it, kind, uid))
    assert not [line for line in everything(world) if "a word that stands nowhere else" in line]
    assert world.read("MATCH (i:Introduction) RETURN count(i)", int) == [0]
    assert check(world) == []


def test_what_somebody_wrote_is_private_in_histories(world: Graph) -> None:
    uid = ask(world, note="between us")
    rows = world.read("MATCH (r:Revision {of: $uid}) RETURN r.private", bool, uid=uid)
    assert rows == [True]
    assert introductions(world.seen_by(Sight(contacts=("", "charlie")))) == []
