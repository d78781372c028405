from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from worlds.build import assignment, interaction, lead, owned, user

from graphcrm.access import Reader, Role, Rows, Scope
from graphcrm.errors import ConflictError, GraphcrmError, InvalidInputError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.access.put_rules import put_rules
from graphcrm.queries.leads.lead import lead as one_lead
from graphcrm.queries.ownership.owners import owners
from graphcrm.services import interactions, ownership, pool, undo
from graphcrm.services.changes import Author, Change, change

from .conftest import MANY
from .test_ownership import at_once

TEAM_TAKES = 3
US: Rows = {"user": {"read": Scope.ALL}}


@pytest.fixture
def leads(graph: Graph) -> Graph:
    """Four leads in the pool, and the team East of Alice and Bob."""
    for n in range(4):
        lead(graph, f"L{n}", status="new")
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title(), team="East")
    return graph


def does(graph: Graph, by: str | None, work: object, *args: object) -> Change:
    """Do something of the pool as somebody; answers the change."""
    done: list[Change] = []

    def run(made: Change) -> None:
        done.append(made)
        work(made, *args)  # type: ignore[operator]

    change(graph, Author(by), run)
    return done[-1]


def status(graph: Graph, uid: str = "L0") -> str | None:
    return one_lead(graph, uid=uid, on=datetime.now(UTC).date()).status


def owner(graph: Graph, uid: str = "L0") -> str | None:
    found = one_lead(graph, uid=uid, on=datetime.now(UTC).date()).owner
    return found[0] if found else None


def claims(graph: Graph, most: int | None) -> None:
    put_rules(graph, team="East", rules={"claims_a_day": most}, at=datetime.now(UTC))


def test_of_several_who_take_one_lead_at_once_one_gets_it_and_the_others_are_told(graph: Graph) -> None:
    lead(graph, "L")
    for n in range(MANY):
        user(graph, f"U{n}")
    found = at_once(MANY, lambda n: does(graph, f"U{n}", pool.claim, ["L"]))
    told = [error.other["user"] for error in found if isinstance(error, ConflictError) and error.other]
    assert len(told) == MANY - 1
    assert set(told) == {owner(graph, "L")}
    assert len(owners(graph, label="Lead", uid="L")) == 1


def test_several_are_taken_all_or_none(leads: Graph) -> None:
    does(leads, "bob", pool.claim, ["L2"])
    with pytest.raises(ConflictError, match=r"Somebody was quicker.* Bob"):
        does(leads, "alice", pool.claim, ["L1", "L2", "L3"])
    assert [owner(leads, f"L{n}") for n in range(4)] == [None, None, "bob", None]
    does(leads, "bob", pool.claim, ["L1", "L2", "L1"])
    assert [owner(leads, f"L{n}") for n in range(4)] == [None, "bob", "bob", None]


@pytest.mark.parametrize(
    ("uids", "by", "error"),
    [([], "alice", InvalidInputError), (["none"], "alice", NotFoundError), (["L0"], None, InvalidInputError)],
)
def test_nothing_nobody_and_what_is_not_there_cannot_take_or_be_taken(
    leads: Graph, uids: list[str], by: str | None, error: type[GraphcrmError]
) -> None:
    with pytest.raises(error):
        does(leads, by, pool.claim, uids)


def test_a_team_takes_so_many_a_day_and_what_is_given_back_was_taken(leads: Graph) -> None:
    claims(leads, 2)
    does(leads, "alice", pool.claim, ["L0", "L1"])
    for more in (["L2"], ["L0", "L2"]):
        with pytest.raises(ConflictError, match="limit of your team is 2 a day"):
            does(leads, "alice", pool.claim, more)
    change(leads, Author("alice"), lambda it: ownership.release(it, "lead", "L0"))
    with pytest.raises(ConflictError, match="is 2 a day"):
        does(leads, "alice", pool.claim, ["L2"])
    with pytest.raises(ConflictError, match="is 2 a day"):  # nor by the form of the owner, of whatever day
        change(leads, Author("alice"), lambda it: ownership.assign(it, "lead", "L2", "alice", on=date(2024, 1, 1)))
    does(leads, "alice", pool.claim, ["L0"])  # that one was taken already
    does(leads, "bob", pool.claim, ["L2"])
    change(leads, Author("bob"), lambda it: ownership.assign(it, "lead", "L3", "alice"))  # given, not taken
    claims(leads, None)
    change(leads, Author("bob"), lambda it: ownership.release(it, "lead", "L2"))
    does(leads, "alice", pool.claim, ["L2"])


def test_of_several_leads_taken_at_once_by_one_no_more_than_may_be(leads: Graph) -> None:
    claims(leads, TEAM_TAKES)
    found = at_once(4, lambda n: does(leads, "alice", pool.claim, [f"L{n}"]))
    assert sum(isinstance(one, ConflictError) for one in found) == 4 - TEAM_TAKES
    assert sum(owner(leads, f"L{n}") == "alice" for n in range(4)) == TEAM_TAKES


def test_what_is_ignored_goes_back_with_its_history_and_is_worked_again_by_who_takes_it(leads: Graph) -> None:
    does(leads, "alice", pool.claim, ["L0", "L1"])
    change(
        leads,
        Author("alice"),
        lambda it: interactions.create(it, {"leads": ["L0"], "at": "2024-01-01", "outcome": "no"}),
    )
    for uid in ("L0", "L1"):
        does(leads, "alice", pool.ignore, uid, "no budget")
    assert [(status(leads, uid), owner(leads, uid)) for uid in ("L0", "L1")] == [("ignored", None)] * 2
    (was,) = owners(leads, label="Lead", uid="L0")
    assert (was.user, was.end_reason) == ("alice", "no budget")
    does(leads, "bob", pool.claim, ["L0", "L1"])
    assert [(status(leads, uid), owner(leads, uid)) for uid in ("L0", "L1")] == [("contacted", "bob"), ("new", "bob")]


def test_to_ignore_is_undone_whole(leads: Graph) -> None:
    does(leads, "alice", pool.claim, ["L0"])
    done = does(leads, "alice", pool.ignore, "L0")
    change(leads, Author("alice"), lambda it: undo.undo(it, done.uid))
    assert (status(leads), owner(leads)) == ("new", "alice")


def test_a_lead_that_was_converted_is_not_ignored(leads: Graph) -> None:
    leads.write("MATCH (l:Lead {uid: 'L0'}) SET l.status = 'converted'")
    with pytest.raises(ConflictError, match="is a contact by now"):
        does(leads, "alice", pool.ignore, "L0")


def test_what_a_role_may_not_see_or_change_follows_all_the_same(leads: Graph) -> None:
    leads.write("MATCH (l:Lead {uid: 'L0'}) SET l.status = 'ignored'")
    role = Role("taker", {"lead": {"read": Scope.ALL, "assign": Scope.ALL}, **US}, hidden=frozenset({"lead.status"}))
    change(leads, Author("alice", reader=Reader("alice", role)), lambda it: pool.claim(it, ["L0"]))
    assert (status(leads), owner(leads)) == ("new", "alice")


def test_who_gives_away_an_ignored_lead_may_take_that_back(leads: Graph) -> None:
    leads.write("MATCH (l:Lead {uid: 'L0'}) SET l.status = 'ignored'")
    role = Role("rep", {"lead": dict.fromkeys(("read", "edit", "assign"), Scope.OWN), **US})
    author = Author("alice", reader=Reader("alice", role))
    given: list[Change] = []

    def give(made: Change) -> None:
        given.append(made)
        ownership.assign(made, "lead", "L0", "bob")

    change(leads, author, give)
    assert (status(leads), owner(leads)) == ("new", "bob")
    change(leads, author, lambda it: undo.undo(it, given[-1].uid))
    assert (status(leads), owner(leads)) == ("ignored", None)


def test_what_nobody_speaks_to_goes_back_by_the_rule_of_the_team(leads: Graph) -> None:
    put_rules(leads, team="East", rules={"reclaim_after": 30}, at=datetime.now(UTC))
    today = datetime.now(UTC).date()
    for n, days in enumerate((40, 40, 10)):
        assignment(leads, f"L{n}", "alice", start=(today - timedelta(days=days)).isoformat())
    shown = pool.silent_leads(leads, None)
    assert [one.uid for one in shown] == ["L0", "L1"]
    interaction(leads, "bob", "L1", datetime.now(UTC) - timedelta(days=1))
    uids = [*(one.uid for one in shown), "gone meanwhile"]
    done = does(leads, "bob", pool.reclaim, uids, lambda one: f"{one.days} days")
    assert [owner(leads, f"L{n}") for n in range(4)] == [None, "alice", "alice", None]
    assert owners(leads, label="Lead", uid="L0")[0].end_reason == "30 days"
    change(leads, Author("bob"), lambda it: undo.undo(it, done.uid))
    assert owner(leads) == "alice"
    with pytest.raises(InvalidInputError, match="Nothing is chosen"):
        does(leads, "bob", pool.reclaim, [], str)


def test_only_leads_that_somebody_sees_and_may_assign_are_due_for_them(leads: Graph) -> None:
    put_rules(leads, team="East", rules={"reclaim_after": 30}, at=datetime.now(UTC))
    for uid, by in (("L0", "alice"), ("L1", "bob")):
        owned(leads, uid, by)
    own, everybody = dict.fromkeys(("read", "assign"), Scope.OWN), {"read": Scope.OWN, "assign": Scope.ALL}
    for scopes in (own, everybody, {"read": Scope.ALL, "assign": Scope.OWN}):
        reader = Reader("alice", Role("of some", {"lead": scopes}))
        assert [one.uid for one in pool.silent_leads(leads, reader)] == ["L0"]
    assert len(pool.silent_leads(leads, Reader("alice", Role("all", {"lead": dict.fromkeys(own, Scope.ALL)})))) == 2
