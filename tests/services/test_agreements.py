"""Contracts and orders: what goes together in them, what is kept on them, and the reminders of contracts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from worlds.build import opportunity, owned

from graphcrm.access import SHIPPED, Reader
from graphcrm.dates import OPEN_END, UNKNOWN_START
from graphcrm.errors import ForbiddenError, InTrashError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.queries.contracts.contract import contract as one_contract
from graphcrm.queries.contracts.order import order as one_order
from graphcrm.services import kept, kinds, ownership, reminders, trash, undo
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from graphcrm.services.chores import CHORES, run

from .conftest import at_once, do, history

NOW = datetime.now(UTC)
TODAY = NOW.date()
TASKS = "MATCH (t:Task)-[:ABOUT]->(n:Contract) WHERE t.deleted_at IS NULL RETURN t.name, t.owner, toString(t.due_on)"


def make(graph: Graph, kind: str = "contract", **values: Any) -> str:
    """A contract or an order of Alice's."""
    return do(graph, lambda made: kinds.create(made, kind, {"name": "Service", **values}))


def edit(graph: Graph, uid: str, kind: str = "contract", **values: Any) -> None:
    do(graph, lambda made: kinds.edit(made, kind, uid, values))


def undo_last(graph: Graph) -> None:
    (last,) = graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    do(graph, lambda made: undo.undo(made, last))


def due(graph: Graph, uid: str) -> str:
    return graph.read("MATCH (n {uid: $uid}) WHERE n:Contract OR n:Order RETURN n.due", str, uid=uid)[0]


def told(graph: Graph) -> list[tuple[str, str | None, str]]:
    return graph.read(TASKS, lambda *row: row)


def test_a_contract_is_of_who_makes_it_and_tied_to_what_it_came_of(cast: Graph) -> None:
    opportunity(cast, "deal", "acme")
    people = [{"contact": "bo", "role": "buyer"}, {"contact": "ada", "role": None}]
    ends = {"account": "acme", "contacts": people, "opportunity": "deal"}
    uid = make(cast, **ends, number="N 1", amount="100.50", currency="eur", start="2024-05", end="2025-05")
    found = one_contract(cast, uid=uid)
    assert (found.owner, found.status, found.amount, found.currency) == (["alice", "Alice"], "draft", 100.5, "EUR")
    assert (found.account, found.opportunity) == (["acme", "Acme"], ["deal", "deal"])
    assert found.contacts == [["ada", "Ada", None, False], ["bo", "Bo", "buyer", False]]
    assert (found.start, found.end, found.due) == ("2024-05", "2025-05", "~")
    bounds = cast.read(
        "MATCH (n:Contract) RETURN n.start_min, n.start_max, n.end_min, n.end_max, n.worth", lambda *row: row
    )
    assert bounds == [(date(2024, 5, 1), date(2024, 5, 31), date(2025, 5, 1), date(2025, 6, 1), 100.5)]
    assert history(cast, uid, "contract")[0][3]["opportunity"] == "deal"
    assert check(cast) == []


@pytest.mark.parametrize("kind", ["contract", "order"])
@pytest.mark.parametrize(
    ("values", "error", "field"),
    [
        ({"name": ""}, InvalidInputError, "name"),
        ({"status": ""}, InvalidInputError, "status"),
        ({"status": "dreaming"}, InvalidInputError, "status"),
        ({"amount": 5}, InvalidInputError, "currency"),
        ({"currency": "EUR"}, InvalidInputError, "amount"),
        ({"start": "2024-13"}, InvalidInputError, "start"),
        ({"start": "2024-05-02", "end": "2024-05-02"}, InvalidInputError, "end"),
        ({"start": "2024", "end": "2023"}, InvalidInputError, "end"),
        ({"account": "nobody"}, NotFoundError, "account"),
        ({"opportunity": "nobody"}, NotFoundError, "opportunity"),
        ({"contacts": [{"contact": "nobody"}]}, NotFoundError, "contact"),
        ({"due": "2024-01-01"}, InvalidInputError, "due"),
        ({"end_min": "2024-01-01"}, InvalidInputError, "end_min"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_left(
    cast: Graph, kind: str, values: dict[str, Any], error: type[Exception], field: str
) -> None:
    with pytest.raises(error) as refused:
        make(cast, kind, **values)
    assert refused.value.field == field  # type: ignore[attr-defined]
    assert cast.read("MATCH (n:Contract|Order) RETURN count(n)", int) == [0]


def test_days_that_cannot_be_are_refused(cast: Graph) -> None:
    with pytest.raises(InvalidInputError, match="it has ended by then"):
        make(cast, end="2024", notice_on="2025-01-02")
    make(cast, end="2024", notice_on="2025-01-01")  # it may have ended on that day
    with pytest.raises(InvalidInputError, match="it was ordered later"):
        make(cast, "order", ordered_on="2024-05-02", deliver_by="2024-05-01")


def test_a_touching_end_and_one_that_is_partly_known_are_taken(cast: Graph) -> None:
    uid = make(cast, start="2024-05-01", end="2024-05-02")
    edit(cast, uid, end="2024")
    assert cast.read("MATCH (n:Contract) RETURN n.end_min, n.end_max", lambda *row: row) == [
        (date(2024, 1, 1), date(2025, 1, 1))
    ]
    edit(cast, uid, start=None, end=None)
    assert cast.read("MATCH (n:Contract) RETURN n.start_min, n.end_max", lambda *row: row) == [
        (UNKNOWN_START, OPEN_END)
    ]


@pytest.mark.parametrize(
    ("state", "day"),
    [
        ({"status": "active", "end": "2025-05-17"}, "2025-05-17"),
        ({"status": "active", "end": "2025"}, "2025-01-01"),
        ({"status": "active", "end": "2025-05-17", "notice_on": date(2025, 2, 1)}, "2025-02-01"),
        ({"status": "active"}, "~"),
        ({"status": "active", "end": "2025", "renewal": "none"}, "~"),
        ({"status": "draft", "end": "2025"}, "~"),
        ({"status": "ended", "end": "2025"}, "~"),
    ],
)
def test_a_contract_is_due_by_its_notice_or_its_end_while_it_is_active(state: dict[str, Any], day: str) -> None:
    found = kept.of("contract", state)
    assert (found["due"], found["remind_on"] is None) == (day, day == "~")
    if day != "~":
        days = kept.of("contract", state | {"remind_days": 10})["remind_on"]
        assert days == date.fromisoformat(day) - timedelta(days=10)
        assert found["remind_on"] == date.fromisoformat(day) - timedelta(days=30)


def test_an_order_is_due_until_it_is_delivered(cast: Graph) -> None:
    uid = make(cast, "order", status="placed", deliver_by="2030-05-01")
    assert due(cast, uid) == "2030-05-01"
    edit(cast, uid, "order", status="delivered")
    assert due(cast, uid) == "~"
    undo_last(cast)
    assert (due(cast, uid), one_order(cast, uid=uid).status) == ("2030-05-01", "placed")


def test_a_change_is_undone_with_what_is_kept_and_what_it_was_tied_to(cast: Graph) -> None:
    uid = make(cast, account="acme", amount=5, currency="EUR", status="active", end="2030-01-01")
    edit(cast, uid, account="beta", contacts=[{"contact": "ada"}], amount=None, end=None)
    found = one_contract(cast, uid=uid)
    assert (found.account, found.currency, found.due) == (["beta", "Beta"], None, "~")
    undo_last(cast)
    found = one_contract(cast, uid=uid)
    assert (found.account, found.contacts, found.amount, found.due) == (["acme", "Acme"], [], 5.0, "2030-01-01")
    assert check(cast) == []


def test_what_is_in_the_trash_comes_back_as_it_was(cast: Graph) -> None:
    uid = make(cast, account="acme", contacts=[{"contact": "ada", "role": "user"}])
    do(cast, lambda made: trash.trash(made, "contract", uid))
    with pytest.raises(InTrashError):
        one_contract(cast, uid=uid)
    do(cast, lambda made: trash.trash(made, "account", "acme"))
    do(cast, lambda made: trash.restore(made, "contract", uid))
    assert one_contract(cast, uid=uid).account is None
    do(cast, lambda made: trash.restore(made, "account", "acme"))
    found = one_contract(cast, uid=uid)
    assert (found.account, found.contacts) == (["acme", "Acme"], [["ada", "Ada", "user", False]])
    assert check(cast) == []


def test_what_was_of_two_accounts_in_the_trash_goes_back_to_the_last(cast: Graph) -> None:
    uid = make(cast, account="acme")
    do(cast, lambda made: trash.trash(made, "account", "acme"))
    edit(cast, uid, account="beta")
    for kind, gone in (("contract", uid), ("account", "beta")):
        do(cast, lambda made, kind=kind, gone=gone: trash.trash(made, kind, gone))
    for kind, back in (("account", "acme"), ("contract", uid)):
        do(cast, lambda made, kind=kind, back=back: trash.restore(made, kind, back))
    assert one_contract(cast, uid=uid).account is None
    do(cast, lambda made: trash.restore(made, "account", "beta"))
    assert one_contract(cast, uid=uid).account == ["beta", "Beta"]
    assert check(cast) == []


def test_an_undo_gives_it_back_to_its_account_though_the_other_is_in_the_trash_by_now(cast: Graph) -> None:
    uid = make(cast, account="acme")
    edit(cast, uid, account="beta")
    (last,) = cast.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    do(cast, lambda made: trash.trash(made, "account", "beta"))
    do(cast, lambda made: undo.undo(made, last))
    assert one_contract(cast, uid=uid).account == ["acme", "Acme"]
    do(cast, lambda made: trash.restore(made, "account", "beta"))
    assert one_contract(cast, uid=uid).account == ["acme", "Acme"]
    assert check(cast) == []


def test_who_is_erased_is_in_no_history_of_it(cast: Graph) -> None:
    opportunity(cast, "deal", "acme")
    uid = make(cast, account="acme", contacts=[{"contact": "ada"}], opportunity="deal")
    for kind, gone in (("contact", "ada"), ("opportunity", "deal"), ("account", "acme")):
        do(cast, lambda made, kind=kind, gone=gone: trash.trash(made, kind, gone))
        do(cast, lambda made, kind=kind, gone=gone: trash.purge(made, kind, gone))
        assert cast.read("MATCH (r:Revision {of: $uid}) WHERE r.after CONTAINS $gone RETURN r.uid", str, uid=uid,
                         gone=f'"{gone}"') == []  # fmt: skip
    found = one_contract(cast, uid=uid)
    assert (found.account, found.contacts, found.opportunity) == (None, [], None)
    assert check(cast) == []


def test_a_stale_revision_is_told_with_both_versions(cast: Graph) -> None:
    uid = make(cast)
    edit(cast, uid, number="N 2")
    with pytest.raises(StaleError) as stale:
        do(cast, lambda made: kinds.edit(made, "contract", uid, {"number": "N 3"}), expected=1)
    assert stale.value.current["number"] == "N 2"


def test_one_keeps_the_account_that_who_edits_it_does_not_see(cast: Graph) -> None:
    uid = make(cast, account="acme", contacts=[{"contact": "ada"}, {"contact": "bo"}])
    owned(cast, "acme", "charlie"), owned(cast, "ada", "charlie")
    author = Author("alice", reader=Reader("alice", SHIPPED["rep"], frozenset({"alice"})))
    seen = cast.seen_by(author.reader.sight)  # type: ignore[union-attr]
    change(seen, author, lambda made: kinds.edit(made, "contract", uid, {"account": None, "contacts": []}))
    found = one_contract(cast, uid=uid)
    assert (found.account, [one[0] for one in found.contacts]) == (["acme", "Acme"], ["ada"])
    with pytest.raises(ForbiddenError):
        change(seen, author, lambda made: kinds.edit(made, "contract", uid, {"account": "beta"}))


def test_its_owner_is_reminded_once_so_many_days_before(cast: Graph) -> None:
    day = TODAY + timedelta(days=40)
    uid = make(cast, account="acme", status="active", notice_on=str(day), end="2090")
    assert reminders.remind(cast, NOW) == 0
    assert reminders.remind(cast, NOW + timedelta(days=9)) == 0
    assert reminders.remind(cast, NOW + timedelta(days=10)) == 1
    assert reminders.remind(cast, NOW + timedelta(days=10)) == 0
    assert told(cast) == [(reminders.NAME, "alice", str(day))]
    assert cast.read("MATCH (t:Task)-[:ABOUT]->(a:Account) RETURN a.uid", str) == ["acme"]
    edit(cast, uid, notice_on=str(day + timedelta(days=365)))
    assert reminders.remind(cast, NOW + timedelta(days=375)) == 1
    assert len(told(cast)) == 2
    assert check(cast) == []


def test_an_undo_of_a_reminder_takes_the_task_and_it_does_not_come_again(cast: Graph) -> None:
    make(cast, status="active", end=str(TODAY + timedelta(days=5)))
    assert reminders.remind(cast, NOW) == 1
    undo_last(cast)
    assert (told(cast), reminders.remind(cast, NOW)) == ([], 0)


def test_what_is_over_or_nobodys_is_no_reminder(cast: Graph) -> None:
    make(cast, status="active", end=str(TODAY - timedelta(days=1)))
    make(cast, status="draft", end=str(TODAY))
    uid = make(cast, status="active", end=str(TODAY))
    do(cast, lambda made: ownership.release(made, "contract", uid))
    assert reminders.remind(cast, NOW) == 0
    do(cast, lambda made: ownership.assign(made, "contract", uid, "bob"))
    assert reminders.remind(cast, NOW) == 1
    assert [owner for _, owner, _ in told(cast)] == ["bob"]


def test_an_owner_who_has_left_keeps_no_other_from_being_reminded(cast: Graph) -> None:
    day = str(TODAY + timedelta(days=5))
    his = make(cast, status="active", end=day)
    do(cast, lambda made: ownership.assign(made, "contract", his, "bob"))
    make(cast, status="active", end=day)
    cast.write("MATCH (u:User {uid: 'bob'}) SET u.active = false")
    assert reminders.remind(cast, NOW) == 1
    assert [owner for _, owner, _ in told(cast)] == ["alice"]
    do(cast, lambda made: ownership.assign(made, "contract", his, "alice"))
    assert reminders.remind(cast, NOW) == 1


def test_one_that_cannot_be_reminded_of_keeps_no_other(cast: Graph, caplog: pytest.LogCaptureFixture) -> None:
    day = TODAY + timedelta(days=5)
    odd, other = (make(cast, status="active", end=str(day + timedelta(days=n))) for n in (0, 1))
    cast.write("MATCH (n {uid: $uid}) SET n.due = 'soon'", uid=odd)  # as others than we may have written it
    assert reminders.remind(cast, NOW) == 1
    assert odd in caplog.text
    assert other not in caplog.text


def test_however_many_look_at_once_one_task_is_made(cast: Graph) -> None:
    make(cast, status="active", end=str(TODAY + timedelta(days=5)))
    done = at_once([lambda: reminders.remind(cast, NOW)] * 4)
    assert sum(one for one in done if isinstance(one, int)) == 1
    assert len(told(cast)) == 1


def test_the_chores_remind_of_contracts(cast: Graph) -> None:
    make(cast, status="active", end=str(TODAY + timedelta(days=5)))
    (chore,) = (one for one in CHORES if one.name == "renewals")
    assert run(cast, [chore]).number == {"renewals": 1}
    assert run(cast, [chore]).number == {}
