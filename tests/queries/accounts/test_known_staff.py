from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, owned, rating, user

from graphcrm.access import Sight
from graphcrm.dates import Moment
from graphcrm.graph import Graph
from graphcrm.queries.accounts.known_staff import known_staff
from graphcrm.queries.accounts.staff import staff
from graphcrm.queries.ties.best_ties import best_ties

WHEN = Moment(TODAY, NOW)


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Acme with Ann, who decides, Bo and Cy, and Di, who has left; Alice and Bob know some of them."""
    account(graph, "acme")
    for uid, role, end in (
        ("ann", "decision_maker", None),
        ("bo", None, None),
        ("cy", None, None),
        ("di", None, "2023"),
    ):
        contact(graph, uid, uid.title())
        job(graph, uid, "acme", start="2020-01-01", end=end, role=role)
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob")
    interaction(graph, "alice", "ann", "2024-01-01"), interaction(graph, "bob", "ann", "2024-05-01")
    rating(graph, "alice", "di", 4, "2024-01-01")
    return graph


def test_nobody_is_known_of_an_account_without_people(graph: Graph) -> None:
    account(graph, "acme")
    assert known_staff(graph, account="acme", status="all", when=WHEN) == []
    assert known_staff(graph, account="none", status="all", when=WHEN) == []


@pytest.mark.parametrize("status", ["all", "current", "former"])
def test_they_are_those_of_staff_in_its_order_each_with_the_best_tie(acme: Graph, status: str) -> None:
    found = known_staff(acme, account="acme", status=status, when=WHEN, limit=2)
    members = staff(acme, account="acme", status=status, on=TODAY, limit=2)
    people = [member.person.contact for member in members]
    ties = {tie.contact: tie for tie in best_ties(acme, contacts=people, before=NOW, limit=10)}
    assert [one.member for one in found] == members
    assert [one.tie for one in found] == [ties.get(uid) for uid in people]
    assert {tie.user for tie in ties.values()} <= {"alice", "bob"}
    assert ties


def test_who_was_seen_and_who_is_called_otherwise_is_left_out(acme: Graph) -> None:
    first = known_staff(acme, account="acme", status="current", when=WHEN, limit=1)[0]
    rest = known_staff(acme, account="acme", status="current", when=WHEN, after=first.member.key)
    assert [one.member.person.contact for one in (first, *rest)] == ["ann", "bo", "cy"]
    assert [
        one.member.person.contact for one in known_staff(acme, account="acme", status="all", when=WHEN, name="AN")
    ] == ["ann"]


def test_a_tie_is_that_of_the_moment(acme: Graph) -> None:
    then = Moment(date(2024, 3, 1), datetime(2024, 3, 1, tzinfo=UTC))
    tie = known_staff(acme, account="acme", status="current", when=then, limit=1)[0].tie
    assert tie is not None
    assert tie.user == "alice"
    assert known_staff(acme, account="acme", status="current", when=WHEN, limit=1)[0].tie != tie


def test_who_does_not_see_somebody_is_not_told_who_knows_them(acme: Graph) -> None:
    owned(acme, "ann", "bob"), owned(acme, "bo", "alice")
    seen = acme.seen_by(Sight(contacts=("alice",)))
    assert [
        (one.member.person.contact, one.tie) for one in known_staff(seen, account="acme", status="all", when=WHEN)
    ] == [("bo", None)]
