from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from worlds.build import account, contact, interaction, job, lead, opportunity, owned

from graphcrm.access import SHIPPED, Reader, Sight
from graphcrm.errors import ConflictError, ForbiddenError, InvalidInputError, StaleError
from graphcrm.graph import Graph
from graphcrm.lifecycle import LOST_AFTER
from graphcrm.queries.accounts.account import Account
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.contacts.contact import contact as one_contact
from graphcrm.queries.lifecycles.proposals import Place
from graphcrm.queries.records.listing import listing
from graphcrm.services import conversion, kinds, lifecycles, opportunities, proposed, trash, undo
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check

from .conftest import at_once, do

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
        {"lifecycle_trail": ["friend"]}, {"lifecycle_since": TODAY + timedelta(days=2)},
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
    assert page(cast) == ([("beta", "customer"), ("silent", "lost")], None)


def page(
    graph: Graph, state: str | None = None, after: Place | None = None, limit: int = 9
) -> tuple[list[tuple[str, str]], Place | None]:
    found, then = lifecycles.open_ones(graph, "Account", TODAY, state=state, after=after, limit=limit)
    return [(one.known.uid, one.proposal.state) for one in found], then


def test_all_that_is_proposed_is_reached_page_by_page(cast: Graph) -> None:
    ago = datetime.now(UTC) - LOST_AFTER - timedelta(days=2)
    for n in range(5):
        account(cast, f"s{n}", f"Silent {n}", lifecycle="customer", created_at=ago)
    win(cast)
    lifecycles.look(cast, TODAY)
    first, then = page(cast, limit=2)
    second, end = page(cast, after=then, limit=4)
    assert (first, then) == ([("acme", "customer"), ("s0", "lost")], ("lost", "Silent 0", "s0"))
    assert (second, end) == ([(f"s{n}", "lost") for n in (1, 2, 3, 4)], None)
    assert page(cast, "customer", limit=1) == ([("acme", "customer")], None)
    assert page(cast, "lost", limit=3) == ([(f"s{n}", "lost") for n in range(3)], ("lost", "Silent 2", "s2"))
    assert page(cast, "loyal") == ([], None)


def test_what_is_not_shown_does_not_fill_a_page(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(6):
        account(cast, f"s{n}", f"Fits {n}", lifecycle="customer", proposed="lost", created_at=datetime.now(UTC))
    ago = datetime.now(UTC) - LOST_AFTER - timedelta(days=2)
    account(cast, "z", "Silent", lifecycle="customer", proposed="lost", created_at=ago)
    assert page(cast, limit=1) == ([("z", "lost")], None)
    monkeypatch.setattr(lifecycles, "_LOOKED_AT", (1,))  # nor is all looked at for one
    assert page(cast, limit=1) == ([], ("lost", "Fits 2", "s2"))
    assert page(cast, after=("lost", "Fits 2", "s2"), limit=9) == ([("z", "lost")], None)


def test_who_sees_a_part_is_not_told_that_nothing_was_heard(cast: Graph) -> None:
    ago = datetime.now(UTC) - LOST_AFTER - timedelta(days=2)
    account(cast, "silent", lifecycle="customer", created_at=ago)
    contact(cast, "bobs"), owned(cast, "bobs", "bob"), job(cast, "bobs", "silent", start="2020")
    interaction(cast, "bob", "bobs", datetime.now(UTC))
    lifecycles.look(cast, TODAY)
    admin, mine = Author("alice", reader=Reader("alice", SHIPPED["admin"])), cast.seen_by(Sight(contacts=("", "alice")))

    def accept(made: Change) -> None:
        proposed.accept(made, "account", "silent", "lost")

    assert (kept(cast, "silent"), lifecycles.of_record(mine, "Account", "silent", TODAY), page(mine)) == (
        None,
        None,
        ([], None),
    )
    with pytest.raises(ConflictError):
        change(mine, admin, accept)
    cast.write("MATCH (n:Account {uid: 'silent'}) SET n.proposed = 'lost'")  # last night; Bob met them since
    with pytest.raises(ConflictError):
        change(mine, admin, accept)
    cast.write("MATCH ()-[k:KNOWS|INTERACTED_WITH]->() DELETE k")
    assert lifecycles.of_record(mine, "Account", "silent", TODAY) is not None
    change(mine, admin, accept)
    assert one_account(cast, uid="silent").lifecycle == "lost"


def test_who_comes_back_is_a_customer_since_the_first_win_after_the_loss(cast: Graph) -> None:
    edit(cast, lifecycle_trail=["customer 2020", "lost 2022"])
    for uid, year in (("a", 2020), ("b", 2021), ("c", TODAY.year)):
        at = datetime(year, 1, 1, tzinfo=UTC) if year < TODAY.year else datetime.now(UTC) - timedelta(days=1)
        opportunity(cast, uid, "acme", stage="won", status="won", closed_at=at)
    opportunity(cast, "old", "acme", created_at=datetime(2021, 1, 1, tzinfo=UTC))  # nobody closed it
    found = lifecycles.of_record(cast, "Account", "acme", TODAY)
    assert found is not None
    day = TODAY - timedelta(days=1)
    assert (found.proposal.state, found.proposal.since, found.known.wins) == ("customer", day, 1)
    do(cast, lambda made: proposed.accept(made, "account", "acme", "customer"))
    assert acme(cast).lifecycle_trail == ["customer 2020", "lost 2022", f"customer {day}"]
    assert lifecycles.of_record(cast, "Account", "acme", TODAY) is None  # one win, and not three


def test_what_is_known_to_the_year_is_left_by_who_accepts(cast: Graph) -> None:
    edit(cast, lifecycle_trail=[f"lead {TODAY.year}"])
    win(cast)
    do(cast, lambda made: proposed.accept(made, "account", "acme", "customer"))
    assert acme(cast).lifecycle_trail == [f"lead {TODAY.year}", f"customer {TODAY}"]


def test_of_an_opportunity_those_are_looked_at_too_with_whom_it_has_no_more_to_do(cast: Graph) -> None:
    uid = win(cast, "acme", "ada")
    assert (kept(cast), kept(cast, "ada")) == ("customer", "customer")
    do(cast, lambda made: opportunities.edit(made, uid, {"account": "beta", "contacts": [{"contact": "bo"}]}))
    found = [kept(cast, one) for one in ("acme", "ada", "beta", "bo")]
    assert found == [None, None, "customer", "customer"]


def test_what_goes_into_the_trash_says_nothing_of_others_until_it_is_back(cast: Graph) -> None:
    uid = win(cast, "acme", "ada")
    lead(cast, "lu")
    do(cast, lambda made: conversion.convert(made, "lu", conversion.Asked(contact="bo", account="beta")))
    both = ["customer", "customer", "prospect", "prospect"]
    for kind, one, left in (
        ("opportunity", uid, [None, None, *both[2:]]),
        ("lead", "lu", [*both[:2], None, None]),
    ):
        for do_it, found in ((trash.trash, left), (trash.restore, both)):
            do(cast, lambda made, do_it=do_it, kind=kind, one=one: do_it(made, kind, one))  # type: ignore[misc]
            assert [kept(cast, of) for of in ("acme", "ada", "beta", "bo")] == found


def test_what_corrects_the_days_is_looked_at(cast: Graph) -> None:
    ago = TODAY - LOST_AFTER - timedelta(days=2)
    cast.write("MATCH (n:Account {uid: 'acme'}) SET n.created_at = $at", at=datetime(2015, 1, 1, tzinfo=UTC))
    edit(cast, lifecycle="customer", lifecycle_since=TODAY)
    assert kept(cast) is None
    edit(cast, lifecycle_since=ago)
    assert kept(cast) == "lost"
    edit(cast, lifecycle_trail=[f"customer {TODAY}"])
    assert kept(cast) is None


def test_a_look_waits_for_who_changes_something_and_does_not_write_over_it(cast: Graph) -> None:
    ago = datetime.now(UTC) - LOST_AFTER - timedelta(days=2)
    account(cast, "silent", lifecycle="customer", created_at=ago)

    def heard(made: Change) -> None:
        kinds.edit(made, "account", "silent", {"lifecycle": "prospect"})

    for _ in range(5):
        cast.write("MATCH (n:Account {uid: 'silent'}) SET n.lifecycle = 'customer', n.proposed = null")
        cast.write("MATCH (n:Account {uid: 'silent'}) REMOVE n.lifecycle_trail, n.lifecycle_since, n.customer_since")
        at_once([lambda: lifecycles.look(cast, TODAY), lambda: do(cast, heard)])
        assert (one_account(cast, uid="silent").lifecycle, kept(cast, "silent")) == ("prospect", None)


def test_who_changed_an_older_version_is_told_so_first(cast: Graph) -> None:
    edit(cast, lifecycle="customer", lifecycle_since=DAY)
    with pytest.raises(StaleError):
        do(cast, lambda made: kinds.edit(made, "account", "acme", {"lifecycle_trail": ["friend"]}), expected=1)


def test_a_trail_is_kept_in_one_spelling_with_what_repeats(cast: Graph) -> None:
    edit(cast, lifecycle_trail=["customer  2019", "lost 2019", "customer 2019 "])
    assert acme(cast).lifecycle_trail == ["customer 2019", "lost 2019", "customer 2019"]
    for empty in ([""], [" ", ""]):
        with pytest.raises(InvalidInputError, match="nothing is in it"):
            edit(cast, lifecycle_trail=empty)
    assert check(cast) == []


def test_what_began_tomorrow_by_utc_is_so_today(cast: Graph) -> None:
    ahead = TODAY + timedelta(days=1)  # it is tomorrow already in China
    edit(cast, lifecycle="customer", lifecycle_since=ahead)
    assert (acme(cast).lifecycle, acme(cast, TODAY).lifecycle_since) == ("customer", ahead)
    assert acme(cast, TODAY - timedelta(days=1)).lifecycle is None
    (row,) = listing(cast, kind="account", on=TODAY, filters={"lifecycle": "customer"})
    assert row.fields["lifecycle"] == "customer"


def test_what_somebody_does_not_see_is_neither_proposed_nor_accepted(cast: Graph) -> None:
    win(cast)
    unseen = cast.seen_by(Sight(opportunities=()))
    assert lifecycles.of_record(unseen, "Account", "acme", TODAY) is None
    assert page(unseen) == ([], None)
    hidden = cast.seen_by(Sight(hidden=frozenset({"account.lifecycle"})))
    assert lifecycles.of_record(hidden, "Account", "acme", TODAY) is None
    assert page(hidden) == ([], None)
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
