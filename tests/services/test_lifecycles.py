from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from worlds.build import account, contact, opportunity

from graphcrm.access import SHIPPED, Reader, Sight
from graphcrm.errors import ConflictError, ForbiddenError, InvalidInputError, StaleError
from graphcrm.graph import Graph
from graphcrm.lifecycle import LOST_AFTER
from graphcrm.queries.accounts.account import Account
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.contacts.contact import contact as one_contact
from graphcrm.services import kinds, lifecycles, opportunities, proposed, undo
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check

from .conftest import do

TODAY = datetime.now(UTC).date()
DAY = TODAY - timedelta(days=30)


def edit(graph: Graph, **values: object) -> None:
    do(graph, lambda made: kinds.edit(made, "account", "acme", values))


def acme(graph: Graph, on: date | None = None) -> Account:
    return one_account(graph, uid="acme", on=on)


def kept(graph: Graph, uid: str = "acme") -> str | None:
    return graph.read("MATCH (n:Account|Contact {uid: $uid}) RETURN n.proposed", lambda one: one, uid=uid)[0]  # type: ignore[no-any-return]


def win(graph: Graph, account: str = "acme", *people: str) -> str:
    def work(made: Change) -> str:
        parts = [{"contact": uid} for uid in people]
        return opportunities.create(made, {"name": "Line", "stage": "won", "account": account, "contacts": parts})

    return do(graph, work)


def test_another_lifecycle_begins_on_its_day_and_what_was_stays(cast: Graph) -> None:
    edit(cast, lifecycle="prospect", lifecycle_since=DAY)
    edit(cast, lifecycle="customer")
    now, then = acme(cast), acme(cast, TODAY - timedelta(days=1))
    assert (now.lifecycle, now.lifecycle_since, now.customer_since) == ("customer", TODAY, TODAY)
    assert now.lifecycle_trail == [f"prospect {DAY}", f"customer {TODAY}"]
    assert (then.lifecycle, then.lifecycle_since, then.customer_since) == ("prospect", DAY, None)
    assert then.lifecycle_trail == [f"prospect {DAY}"]
    before = acme(cast, DAY - timedelta(days=1))
    assert (before.lifecycle, before.lifecycle_trail) == (None, [])


def test_the_past_is_corrected_and_the_correction_undone(cast: Graph) -> None:
    edit(cast, lifecycle="customer", lifecycle_since=DAY)
    was = acme(cast)
    trail = ["lead 2018", "customer 2019-05"]
    made = do(cast, lambda made: kinds.edit(made, "account", "acme", {"lifecycle_trail": trail}) or made.uid)
    assert (acme(cast).customer_since, acme(cast, date(2019, 4, 30)).lifecycle) == (date(2019, 5, 1), "lead")
    do(cast, lambda back: undo.undo(back, made))
    now = acme(cast)
    assert (now.lifecycle_trail, now.customer_since, now.rev) == (was.lifecycle_trail, was.customer_since, was.rev + 2)
    assert check(cast) == []


def test_what_cannot_be_leaves_nothing_behind(cast: Graph) -> None:
    edit(cast, lifecycle="customer", lifecycle_since=DAY)
    for said in (
        {"lifecycle": "lost", "lifecycle_since": DAY - timedelta(days=1)}, {"customer_since": DAY},
        {"lifecycle_trail": ["friend"]}, {"lifecycle_since": TODAY + timedelta(days=1)},
    ):  # fmt: skip
        with pytest.raises(InvalidInputError):
            edit(cast, **said)
    assert (acme(cast).lifecycle_trail, acme(cast).rev) == ([f"customer {DAY}"], 2)


def test_who_wins_is_proposed_at_once_and_accepted_with_one_undo(cast: Graph) -> None:
    win(cast, "acme", "ada")
    assert (kept(cast), kept(cast, "ada")) == ("customer", "customer")
    found = lifecycles.of_record(cast, "Account", "acme", TODAY)
    assert found is not None
    assert (found.proposal.state, found.proposal.rule, found.proposal.since) == ("customer", "won", TODAY)
    made = do(cast, lambda made: proposed.accept(made, "account", "acme", "customer") or made.uid)
    assert (acme(cast).lifecycle, acme(cast).customer_since, kept(cast)) == ("customer", TODAY, None)
    do(cast, lambda back: undo.undo(back, made))
    assert (acme(cast).lifecycle, acme(cast).lifecycle_trail, kept(cast)) == (None, [], "customer")


def test_a_proposal_goes_with_what_it_stood_on(cast: Graph) -> None:
    made: list[str] = []
    do(
        cast,
        lambda one: made.append(one.uid) or opportunities.create(one, {"name": "L", "stage": "won", "account": "acme"}),
    )  # type: ignore[func-returns-value]
    assert kept(cast) == "customer"
    do(cast, lambda back: undo.undo(back, made[0]))
    assert lifecycles.of_record(cast, "Account", "acme", TODAY) is None


def test_what_is_proposed_no_more_is_not_accepted(cast: Graph) -> None:
    win(cast)
    for state in ("lost", "loyal", ""):
        with pytest.raises(ConflictError):
            do(cast, lambda made, state=state: proposed.accept(made, "account", "acme", state))  # type: ignore[misc]
    with pytest.raises(StaleError):
        do(cast, lambda made: proposed.accept(made, "account", "acme", "customer"), expected=7)
    edit(cast, lifecycle="customer")
    with pytest.raises(ConflictError):
        do(cast, lambda made: proposed.accept(made, "account", "acme", "customer"))


def test_every_night_all_are_looked_at_and_nothing_else_changes(cast: Graph) -> None:
    ago = datetime.now(UTC) - LOST_AFTER - timedelta(days=2)
    (
        account(cast, "silent", lifecycle="customer", created_at=ago),
        contact(cast, "still", lifecycle="loyal", created_at=ago),
    )
    account(cast, "free", lifecycle="customer", created_at=ago, placeholder=True)
    opportunity(cast, "o", "beta", stage="won", status="won", closed_at=datetime.now(UTC))
    assert lifecycles.look(cast, TODAY) == 3
    assert [kept(cast, uid) for uid in ("silent", "still", "free", "beta", "acme")] == [
        "lost",
        "lost",
        None,
        "customer",
        None,
    ]
    assert lifecycles.look(cast, TODAY) == 0
    assert [one.rev for one in (one_account(cast, uid="silent"), one_contact(cast, uid="still"))] == [1, 1]
    found, more = lifecycles.open_ones(cast, "Account", TODAY)
    assert ([(one.known.uid, one.proposal.state) for one in found], more) == (
        [("beta", "customer"), ("silent", "lost")],
        False,
    )


def test_what_somebody_does_not_see_is_neither_proposed_nor_accepted(cast: Graph) -> None:
    win(cast)
    unseen = cast.seen_by(Sight(opportunities=()))
    assert lifecycles.of_record(unseen, "Account", "acme", TODAY) is None
    assert lifecycles.open_ones(unseen, "Account", TODAY) == ([], False)
    hidden = cast.seen_by(Sight(hidden=frozenset({"account.lifecycle"})))
    assert lifecycles.of_record(hidden, "Account", "acme", TODAY) is None
    assert lifecycles.open_ones(hidden, "Account", TODAY) == ([], False)
    analyst = Author("alice", reader=Reader("alice", SHIPPED["analyst"]))
    with pytest.raises(ForbiddenError):
        change(cast, analyst, lambda made: proposed.accept(made, "account", "acme", "customer"))
    assert acme(cast).lifecycle is None


def test_who_does_not_see_the_lifecycle_sees_nothing_of_its_days(cast: Graph) -> None:
    edit(cast, lifecycle="customer", lifecycle_since=DAY)
    found = one_account(cast.seen_by(Sight(hidden=frozenset({"account.lifecycle"}))), uid="acme")
    assert (found.lifecycle, found.lifecycle_since, found.lifecycle_trail, found.customer_since) == (
        None,
        None,
        [],
        None,
    )
