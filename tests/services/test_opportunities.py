from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from worlds.build import owned, user, view

from graphcrm.access import SHIPPED, Reader
from graphcrm.errors import (
    ConflictError,
    ExistsError,
    ForbiddenError,
    GraphcrmError,
    InTrashError,
    InvalidInputError,
    NotFoundError,
    StaleError,
)
from graphcrm.graph import Graph
from graphcrm.queries.opportunities.opportunity import Opportunity
from graphcrm.queries.opportunities.opportunity import opportunity as one_opportunity
from graphcrm.queries.opportunities.stages import SHIPPED as STAGES
from graphcrm.queries.opportunities.stages import stages as all_stages
from graphcrm.services import opportunities, ownership, records, stages, tasks, trash, undo
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from graphcrm.services.involved import MOST

from .conftest import MANY, at_once, do, history


def make(graph: Graph, **values: Any) -> str:
    """An opportunity of Alice's."""
    return do(graph, lambda made: opportunities.create(made, {"name": "A line", **values}))


def last_change(graph: Graph) -> str:
    (found,) = graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    return found


def undo_last(graph: Graph) -> None:
    do(graph, lambda made: undo.undo(made, last_change(graph)))


def move(graph: Graph, uid: str, stage: str, reason: str | None = None) -> Opportunity:
    do(graph, lambda made: opportunities.move(made, uid, stage, reason))
    return one_opportunity(graph, uid=uid)


def test_it_is_of_who_makes_it_and_in_the_first_stage(cast: Graph) -> None:
    people = [{"contact": "bo", "role": "buyer"}, {"contact": "ada", "role": None}]
    uid = make(cast, account="acme", contacts=people, amount="12500.50", currency="eur", expected_close="2030-05-01")
    found = one_opportunity(cast, uid=uid)
    assert (found.owner, found.stage, found.status, found.amount, found.currency, found.expected_close) == (
        ["alice", "Alice"], "first_contact", "open", 12500.5, "EUR", date(2030, 5, 1),
    )  # fmt: skip
    assert found.account == ["acme", "Acme"]
    assert found.contacts == [["ada", "Ada", None, False], ["bo", "Bo", "buyer", False]]
    after = history(cast, uid, "opportunity")[0][3]
    assert after["contacts"] == [{"contact": "ada", "role": None}, {"contact": "bo", "role": "buyer"}]
    (stay,) = opportunities.stays_of(found.trail)
    assert (stay.stage, stay.since, stay.until) == ("first_contact", found.stage_since, None)
    assert check(cast) == []


@pytest.mark.parametrize(
    ("values", "error", "field"),
    [
        ({"name": ""}, InvalidInputError, "name"),
        ({"stage": "dreaming"}, InvalidInputError, "stage"),
        ({"stage": "lost"}, InvalidInputError, "lost_reason"),
        ({"lost_reason": "Too late"}, InvalidInputError, "lost_reason"),
        ({"amount": 5}, InvalidInputError, "currency"),
        ({"amount": -5, "currency": "EUR"}, InvalidInputError, "amount"),
        ({"amount": "1.005", "currency": "EUR"}, InvalidInputError, "amount"),
        ({"amount": "nan", "currency": "EUR"}, InvalidInputError, "amount"),
        ({"amount": "much", "currency": "EUR"}, InvalidInputError, "amount"),
        ({"currency": "euro"}, InvalidInputError, "currency"),
        ({"currency": "EUR"}, InvalidInputError, "amount"),
        ({"lane": "needs"}, InvalidInputError, "lane"),
        ({"contacts": [{"contact": "ada", "role": "user"}, {"contact": "ada"}]}, InvalidInputError, "contacts"),
        ({"probability": 101}, InvalidInputError, "probability"),
        ({"status": "won"}, InvalidInputError, "status"),
        ({"closed_at": "2024-01-01"}, InvalidInputError, "closed_at"),
        ({"handles": []}, InvalidInputError, "handles"),
        ({"account": "nobody"}, NotFoundError, "account"),
        ({"contacts": [{"contact": "nobody"}]}, NotFoundError, "contact"),
        ({"contacts": [{"contact": "ada", "role": "king"}]}, InvalidInputError, "role"),
    ],
)
def test_what_cannot_be_is_refused(cast: Graph, values: dict[str, Any], error: type[GraphcrmError], field: str) -> None:
    with pytest.raises(error) as refused:
        make(cast, **values)
    assert refused.value.field == field  # type: ignore[attr-defined]
    assert cast.read("MATCH (o:Opportunity) RETURN count(o)", int) == [0]


def test_it_is_for_a_hundred_people_at_most(cast: Graph) -> None:
    many = [{"contact": f"c{n}"} for n in range(MOST + 1)]
    with pytest.raises(InvalidInputError, match="100 contacts at most"):
        make(cast, contacts=many)


def test_each_stage_is_dated_and_what_closes_it_is_told(cast: Graph) -> None:
    uid = make(cast)
    first = move(cast, uid, "needs")
    with pytest.raises(InvalidInputError, match="lost_reason is empty"):
        move(cast, uid, "lost")
    lost = move(cast, uid, "lost", "Too dear")
    assert (lost.status, lost.lost_reason, lost.closed_at) == ("lost", "Too dear", lost.stage_since)
    again = move(cast, uid, "needs")
    assert (again.status, again.lost_reason, again.closed_at) == ("open", None, None)
    won = move(cast, uid, "won", "Best service")
    assert (won.status, won.won_reason, won.lost_reason) == ("won", "Best service", None)
    stays = opportunities.stays_of(won.trail)
    assert [stay.stage for stay in stays] == ["first_contact", "needs", "lost", "needs", "won"]
    assert stays[1].since == first.stage_since
    assert [stay.until for stay in stays[:-1]] == [stay.since for stay in stays[1:]]
    undo_last(cast)
    back = one_opportunity(cast, uid=uid)
    assert (back.stage, back.status, back.closed_at, back.trail) == ("needs", "open", None, won.trail[:-1])
    assert check(cast) == []


def test_a_currency_goes_with_its_amount(cast: Graph) -> None:
    uid = make(cast, amount=5, currency="EUR")
    do(cast, lambda made: opportunities.edit(made, uid, {"amount": None}))
    found = one_opportunity(cast, uid=uid)
    assert (found.amount, found.currency) == (None, None)
    undo_last(cast)
    assert one_opportunity(cast, uid=uid).currency == "EUR"
    with pytest.raises(InvalidInputError, match="amount is empty"):
        do(cast, lambda made: opportunities.edit(made, uid, {"amount": None, "currency": "CNY"}))


def test_by_a_clock_that_is_behind_it_comes_to_a_stage_after_it_came_to_the_one_before(cast: Graph) -> None:
    uid = make(cast)
    ahead = datetime.now(UTC) + timedelta(hours=1)
    cast.write(
        "MATCH (o:Opportunity {uid: $uid}) SET o.stage_since = $at, o.trail = $trail",
        uid=uid, at=ahead, trail=[opportunities.came("first_contact", ahead)],
    )  # fmt: skip
    next_one = ahead + timedelta(microseconds=1)
    found = move(cast, uid, "won")
    assert found.stage_since == found.closed_at == next_one
    assert [stay.until for stay in opportunities.stays_of(found.trail)] == [next_one, None]
    move(cast, uid, "needs")
    again = move(cast, uid, "won")
    assert [stay.stage for stay in opportunities.stays_of(again.trail)] == ["first_contact", "won", "needs", "won"]


def test_what_the_board_reads_follows_every_change(cast: Graph) -> None:
    uid = make(cast, amount=5, currency="EUR", expected_close="2030-05-01")

    def kept() -> tuple[Any, ...]:
        (found,) = cast.read(
            "MATCH (o:Opportunity {uid: $uid}) RETURN o.lane, o.due, o.whose, o.coin, o.worth, o.chance",
            lambda *row: row, uid=uid,
        )  # fmt: skip
        return found

    assert kept() == ("first_contact", "2030-05-01", "alice", "EUR", 5.0, -1)
    do(cast, lambda made: opportunities.edit(made, uid, {"stage": "needs", "probability": 7, "expected_close": None}))
    do(cast, lambda made: ownership.assign(made, "opportunity", uid, "bob"))
    assert kept() == ("needs", "~", "bob", "EUR", 5.0, 7)
    do(cast, lambda made: trash.trash(made, "opportunity", uid))
    assert kept()[0] is None
    do(cast, lambda made: trash.restore(made, "opportunity", uid))
    assert kept()[:3] == ("needs", "~", "bob")
    move(cast, uid, "won")
    assert kept()[0] is None
    undo_last(cast)
    assert kept()[0] == "needs"
    assert check(cast) == []
    assert not {"lane", "due", "worth"} & {
        name for *_, state in history(cast, uid, "opportunity") for name in state or ()
    }


def test_what_an_undone_change_tied_does_not_come_back_from_the_trash(cast: Graph) -> None:
    uid = make(cast)
    task = do(cast, lambda made: tasks.create(made, {"name": "Call"}))
    people = [{"contact": "ada", "role": "buyer"}]
    do(cast, lambda made: opportunities.edit(made, uid, {"account": "acme", "contacts": people}))
    ties = last_change(cast)
    do(cast, lambda made: tasks.edit(made, task, {"contacts": ["ada"]}))
    about = last_change(cast)
    for kind, of in (("account", "acme"), ("contact", "ada")):
        do(cast, lambda made, kind=kind, of=of: trash.trash(made, kind, of))
    for one in (ties, about):
        do(cast, lambda made, one=one: undo.undo(made, one))
    for kind, of in (("account", "acme"), ("contact", "ada")):
        do(cast, lambda made, kind=kind, of=of: trash.restore(made, kind, of))
    found = one_opportunity(cast, uid=uid)
    assert (found.account, found.contacts) == (None, [])
    assert cast.read("MATCH (t:Task {uid: $uid})-[:ABOUT]->(n) RETURN n.uid", str, uid=task) == []
    assert check(cast) == []


def test_views_that_have_a_number_as_its_uid_stay_when_it_is_erased(cast: Graph) -> None:
    uid = "1000"
    do(cast, lambda made: records.create(made, "opportunity", {"name": "Line", "stage": "needs"}, uid=uid))
    view(cast, "worth", "alice", of="opportunities", parameters=f"amount_from={uid}&sort=name&uids={uid},other")
    view(cast, "tasks", "alice", of="tasks", parameters=f"about_opportunity={uid}&status=open")
    view(cast, "pictured", "alice", of="network", target=uid, state=f'{{"open":["{uid}"]}}')
    do(cast, lambda made: trash.trash(made, "opportunity", uid))
    do(cast, lambda made: trash.purge(made, "opportunity", uid))
    found = cast.read("MATCH (v:SavedView) RETURN v.uid, v.parameters, v.state, v.rev ORDER BY v.uid", lambda *row: row)
    assert found == [
        ("pictured", "", f'{{"open":["{uid}"]}}', 1), ("tasks", "status=open", None, 2),
        ("worth", "amount_from=1000&sort=name&uids=other", None, 2),
    ]  # fmt: skip


def test_whom_it_is_for_is_changed_and_undone(cast: Graph) -> None:
    uid = make(cast, account="acme", contacts=[{"contact": "ada", "role": "user"}])
    values = {"account": "beta", "contacts": [{"contact": "ada", "role": "buyer"}, {"contact": "bo"}]}
    do(cast, lambda made: opportunities.edit(made, uid, values))
    found = one_opportunity(cast, uid=uid)
    assert (found.account, [one[:3:2] for one in found.contacts]) == (
        ["beta", "Beta"], [["ada", "buyer"], ["bo", None]],
    )  # fmt: skip
    undo_last(cast)
    found = one_opportunity(cast, uid=uid)
    assert (found.account, [one[:3:2] for one in found.contacts]) == (["acme", "Acme"], [["ada", "user"]])
    do(cast, lambda made: opportunities.edit(made, uid, {"account": None, "contacts": None}))
    found = one_opportunity(cast, uid=uid)
    assert (found.account, found.contacts) == (None, [])
    assert check(cast) == []


def test_fifty_move_one_and_one_of_them_does(cast: Graph) -> None:
    uid = make(cast)
    rev = one_opportunity(cast, uid=uid).rev
    keys = [one.key for one in STAGES if one.status == "open"][1:]

    def drag(n: int) -> str:
        stage = keys[n % len(keys)]
        change(cast, Author("alice"), lambda made: opportunities.move(made, uid, stage), expected=rev)
        return stage

    came = at_once([lambda n=n: drag(n) for n in range(MANY)])  # type: ignore[misc]
    (winner,) = [one for one in came if isinstance(one, str)]
    refused = [one for one in came if isinstance(one, StaleError)]
    assert len(refused) == MANY - 1
    assert {one.current["stage"] for one in refused} == {winner}
    found = one_opportunity(cast, uid=uid)
    assert (found.stage, found.rev, len(found.trail)) == (winner, rev + 1, 2)
    assert check(cast) == []


def test_the_trash_keeps_what_it_is_tied_to(cast: Graph) -> None:
    uid = make(cast, account="acme", contacts=[{"contact": "ada", "role": "buyer"}])
    task = do(cast, lambda made: tasks.create(made, {"name": "Call", "opportunities": [uid]}))
    do(cast, lambda made: trash.trash(made, "opportunity", uid))
    with pytest.raises(InTrashError, match=f"/opportunities/{uid}/restore"):
        one_opportunity(cast, uid=uid)
    assert check(cast) == []
    do(cast, lambda made: trash.restore(made, "opportunity", uid))
    found = one_opportunity(cast, uid=uid)
    assert (found.account, found.contacts) == (["acme", "Acme"], [["ada", "Ada", "buyer", False]])
    assert cast.read("MATCH (:Task {uid: $uid})-[:ABOUT]->(o) RETURN o.uid", str, uid=task) == [uid]


def test_an_account_in_the_trash_comes_back_unless_another_took_its_place(cast: Graph) -> None:
    kept, moved = make(cast, account="acme"), make(cast, account="acme")
    do(cast, lambda made: trash.trash(made, "account", "acme"))
    assert one_opportunity(cast, uid=kept).account is None
    do(cast, lambda made: opportunities.edit(made, moved, {"account": "beta"}))
    do(cast, lambda made: trash.restore(made, "account", "acme"))
    assert one_opportunity(cast, uid=kept).account == ["acme", "Acme"]
    assert one_opportunity(cast, uid=moved).account == ["beta", "Beta"]
    assert check(cast) == []


def test_an_undo_gives_back_an_account_that_was_in_the_trash_when_another_took_its_place(cast: Graph) -> None:
    uid = make(cast, account="acme")
    do(cast, lambda made: trash.trash(made, "account", "acme"))
    do(cast, lambda made: opportunities.edit(made, uid, {"account": "beta"}))
    assert check(cast) == []
    do(cast, lambda made: undo.undo(made, last_change(cast)))
    do(cast, lambda made: trash.restore(made, "account", "acme"))
    assert one_opportunity(cast, uid=uid).account == ["acme", "Acme"]


def test_a_person_who_is_erased_is_in_no_history(cast: Graph) -> None:
    uid = make(cast, account="acme", contacts=[{"contact": "ada", "role": "buyer"}, {"contact": "bo"}])
    do(cast, lambda made: opportunities.edit(made, uid, {"contacts": [{"contact": "bo"}]}))
    do(cast, lambda made: trash.trash(made, "contact", "ada"))
    do(cast, lambda made: trash.purge(made, "contact", "ada"))
    told = history(cast, uid, "opportunity")
    assert [state.get("contacts") for _, _, *states in told for state in states if state] == [
        [{"contact": "bo", "role": None}], [{"contact": "bo", "role": None}], [{"contact": "bo", "role": None}],
    ]  # fmt: skip
    do(cast, lambda made: trash.trash(made, "account", "acme"))
    do(cast, lambda made: trash.purge(made, "account", "acme"))
    assert cast.read("MATCH (r:Revision {kind: 'opportunity'}) WHERE r.after CONTAINS 'acme' RETURN r.uid", str) == []
    assert check(cast) == []


def test_who_may_edit_only_their_own_moves_no_other(cast: Graph) -> None:
    user(cast, "rep", "Rep", role="rep")
    uid = make(cast, account="acme")
    reader = Reader("rep", SHIPPED["rep"], frozenset({"rep", "alice"}))
    seen = cast.seen_by(reader.sight)
    with pytest.raises(ForbiddenError, match="may not change the opportunity"):
        change(seen, Author("rep", reader=reader), lambda made: opportunities.move(made, uid, "needs"))
    own = change(seen, Author("rep", reader=reader), lambda made: opportunities.create(made, {"name": "Mine"}))
    assert one_opportunity(cast, uid=own).owner == ["rep", "Rep"]


def test_what_they_do_not_see_stays_for_who_edits_it(cast: Graph) -> None:
    user(cast, "rep", "Rep", role="rep"), owned(cast, "acme", "bob"), owned(cast, "ada", "bob")
    uid = make(cast, account="acme", contacts=[{"contact": "ada", "role": "buyer"}])
    do(cast, lambda made: opportunities.edit(made, uid, {}))
    cast.write("MATCH (o:Opportunity)-[s:ASSIGNED_TO]->() DELETE s SET o.owner = null")
    reader = Reader("rep", SHIPPED["rep"], frozenset({"rep"}))
    seen = cast.seen_by(reader.sight)
    author = Author("rep", reader=reader)
    change(seen, author, lambda made: opportunities.edit(made, uid, {"contacts": [{"contact": "bo"}], "account": None}))
    found = one_opportunity(cast, uid=uid)
    assert (found.account, [one[0] for one in found.contacts]) == (["acme", "Acme"], ["ada", "bo"])
    assert one_opportunity(seen, uid=uid).account is None
    with pytest.raises(ForbiddenError):
        change(seen, author, lambda made: opportunities.edit(made, uid, {"account": "beta"}))
    with pytest.raises(NotFoundError):
        change(seen, author, lambda made: opportunities.edit(made, uid, {"contacts": [{"contact": "ada"}]}))


def keys(graph: Graph) -> list[str]:
    return [one.key for one in all_stages(graph)]


def test_stages_are_those_shipped_until_somebody_says_others(cast: Graph) -> None:
    assert keys(cast) == [one.key for one in STAGES]
    key = do(cast, lambda made: stages.add(made, {"name": "Legal check", "probability": 70}))
    assert (key, keys(cast).index(key)) == ("legal_check", 5)
    assert [one.position for one in all_stages(cast)] == list(range(1, 9))
    do(cast, lambda made: stages.alter(made, key, {"position": 2, "name": "Lawyers"}))
    assert keys(cast)[:3] == ["first_contact", "legal_check", "needs"]
    undo_last(cast)
    assert keys(cast).index(key) == 5
    zh = do(cast, lambda made: stages.add(made, {"name": "合同审批"}))
    assert zh == "stage_1"
    assert check(cast) == []


def test_a_stage_that_moves_is_undone_and_the_others_keep_their_order(cast: Graph) -> None:
    do(cast, lambda made: stages.alter(made, "negotiation", {"position": 1}))
    first = last_change(cast)
    do(cast, lambda made: stages.add(made, {"name": "Legal check"}))
    do(cast, lambda made: undo.undo(made, first))
    assert keys(cast) == [
        "first_contact", "needs", "proposal", "quote", "negotiation", "legal_check", "won", "lost",
    ]  # fmt: skip
    assert [one.position for one in all_stages(cast)] == list(range(1, 9))
    assert {one.key: one.rev for one in all_stages(cast)}["won"] == 1  # only its place followed


def test_an_undo_gives_no_stage_a_name_that_another_has_by_now(cast: Graph) -> None:
    do(cast, lambda made: stages.alter(made, "needs", {"name": "Wishes"}))
    do(cast, lambda made: stages.alter(made, "needs", {"name": "Hopes"}))
    second = last_change(cast)
    do(cast, lambda made: stages.alter(made, "quote", {"name": "Wishes"}))
    with pytest.raises(ExistsError, match="Wishes"):
        do(cast, lambda made: undo.undo(made, second))
    do(cast, lambda made: stages.alter(made, "won", {"name": "Done"}))


def test_a_stage_is_changed_at_the_revision_that_is_meant(cast: Graph) -> None:
    def named(name: str, expected: int) -> None:
        work = lambda made: stages.alter(made, "needs", {"name": name})  # noqa: E731
        change(cast, Author("alice"), work, expected=expected)

    named("Wishes", 1)
    with pytest.raises(StaleError) as stale:
        named("Hopes", 1)
    assert (stale.value.current["name"], stale.value.current["rev"], stale.value.base.get("name")) == (
        "Wishes",
        2,
        None,
    )
    named("Hopes", 2)
    assert next(one.name for one in all_stages(cast) if one.key == "needs") == "Hopes"


def test_a_stage_in_use_is_retired_and_not_gone(cast: Graph) -> None:
    uid = make(cast, stage="quote")
    do(cast, lambda made: stages.alter(made, "quote", {"retired": True}))
    assert one_opportunity(cast, uid=uid).stage == "quote"
    do(cast, lambda made: opportunities.edit(made, uid, {"name": "Another"}))
    move(cast, uid, "needs")
    with pytest.raises(InvalidInputError, match="no stage 'quote' to come to"):
        move(cast, uid, "quote")
    undo_last(cast)
    assert one_opportunity(cast, uid=uid).stage == "quote"


@pytest.mark.parametrize(
    ("key", "values", "error"),
    [
        ("won", {"retired": True}, ConflictError),
        ("lost", {"probability": 5}, InvalidInputError),
        ("needs", {"name": "Proposal"}, ConflictError),
        ("needs", {"name": "negotiation"}, ConflictError),
        ("needs", {"probability": 101}, InvalidInputError),
        ("needs", {"status": "won"}, InvalidInputError),
        ("nothing", {"name": "A"}, NotFoundError),
    ],
)
def test_what_a_stage_cannot_be_is_refused(
    cast: Graph, key: str, values: dict[str, Any], error: type[GraphcrmError]
) -> None:
    with pytest.raises(error):
        do(cast, lambda made: stages.alter(made, key, values))
    assert keys(cast) == [one.key for one in STAGES]


def test_stages_are_said_by_who_says_what_the_roles_may_do(cast: Graph) -> None:
    reader = Reader("bob", SHIPPED["manager"], frozenset({"bob"}))
    with pytest.raises(ForbiddenError, match="say what stages there are"):
        change(cast, Author("bob", reader=reader), lambda made: stages.add(made, {"name": "Mine"}))


def test_many_add_stages_at_once(cast: Graph) -> None:
    works = [
        lambda n=n: change(cast, Author("alice"), lambda made: stages.add(made, {"name": f"Stage {n}"}))
        for n in range(10)
    ]
    assert len(set(map(str, at_once(works)))) == 10
    assert [one.position for one in all_stages(cast)] == list(range(1, 18))
