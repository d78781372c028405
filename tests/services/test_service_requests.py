"""Service requests: their clock, which stands still while they wait, and how content somebody was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Graph
from graphcrm.nodes.service_requests import WAITED_MOST
from graphcrm.queries.service_requests.service_request import ServiceRequest
from graphcrm.queries.service_requests.service_request import service_request as one_request
from graphcrm.services import kept, kinds, reminders, service_requests, undo
from graphcrm.services.checks import check
from graphcrm.services.chores import CHORES, run

from .conftest import do

AT = datetime(2024, 6, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def make(graph: Graph, **values: Any) -> str:
    """A service request that Alice writes down."""
    return do(graph, lambda made: kinds.create(made, "service_request", {"name": "No sound", **values}))


def edit(graph: Graph, uid: str, **values: Any) -> ServiceRequest:
    do(graph, lambda made: kinds.edit(made, "service_request", uid, values))
    return one_request(graph, uid=uid)


def undo_last(graph: Graph) -> None:
    (last,) = graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    do(graph, lambda made: undo.undo(made, last))


def after(steps: list[tuple[float, dict[str, Any]]]) -> dict[str, Any]:
    """What becomes of a request of nine o'clock that is told each thing so many hours later."""
    state: dict[str, Any] = {}
    first = {"status": "new", "priority": "normal", "asked_at": AT}
    for hours, given in [(0.0, first), *steps]:
        state |= given | service_requests.follows(state, given, AT + hours * HOUR)
    return state


def test_it_is_new_and_due_by_how_much_it_matters(cast: Graph) -> None:
    uid = make(cast, account="acme", contacts=[{"contact": "ada"}], priority="urgent", asked_at=AT.isoformat())
    found = one_request(cast, uid=uid)
    assert (found.owner, found.status, found.account) == (["alice", "Alice"], "new", ["acme", "Acme"])
    assert (found.answer_by, found.solve_by, found.waited) == (AT + HOUR, AT + 8 * HOUR, 0)
    found = edit(cast, uid, priority="low")
    assert (found.answer_by, found.solve_by) == (AT + 24 * HOUR, AT + 168 * HOUR)
    assert check(cast) == []


def test_it_is_asked_now_where_nobody_says_when(cast: Graph) -> None:
    before = datetime.now(UTC)
    found = one_request(cast, uid=make(cast))
    assert found.asked_at
    assert before <= found.asked_at <= datetime.now(UTC)
    assert found.answer_by == found.asked_at + 8 * HOUR


def test_the_first_answer_is_when_it_is_new_no_more() -> None:
    state = after([(3, {"status": "open"}), (5, {"status": "waiting"})])
    assert (state["answered_at"], state["answer_by"]) == (AT + 3 * HOUR, AT + 8 * HOUR)
    assert after([(3, {"status": "solved"})])["answered_at"] == AT + 3 * HOUR
    assert (
        after([(3, {"status": "open"}), (4, {"status": "new"}), (5, {"status": "open"})])["answered_at"]
        == AT + 3 * HOUR
    )


def test_the_clock_stands_still_while_it_waits_and_while_it_is_solved() -> None:
    state = after([(1, {"status": "waiting"})])
    assert (state["waiting_since"], state["solve_by"]) == (AT + HOUR, AT + 72 * HOUR)
    state = after([(1, {"status": "waiting"}), (11, {"status": "open"})])
    assert (state["waiting_since"], state["waited"], state["solve_by"]) == (None, 36_000, AT + 82 * HOUR)
    state = after([(1, {"status": "waiting"}), (11, {"status": "solved"}), (20, {"status": "open"})])
    assert (state["waited"], state["solved_at"], state["solve_by"]) == (68_400, None, AT + 91 * HOUR)
    state = after([(2, {"status": "solved"}), (3, {"status": "closed"})])
    assert (state["solved_at"], state["solve_by"]) == (AT + 2 * HOUR, AT + 72 * HOUR)


def test_a_clock_that_is_behind_takes_no_time_back() -> None:
    assert after([(5, {"status": "waiting"}), (4, {"status": "open"})])["waited"] == 0


def test_what_is_stored_is_moved_by_what_it_stood_whoever_said_by_when_it_is_due(cast: Graph) -> None:
    uid = make(cast, asked_at=AT.isoformat())
    own = AT + 500 * HOUR  # as an import may have it
    cast.write("MATCH (n:ServiceRequest) SET n.solve_by = $own", own=own)
    assert edit(cast, uid, name="No picture", status="open").solve_by == own
    edit(cast, uid, status="waiting")
    cast.write("MATCH (n:ServiceRequest) SET n.waiting_since = n.waiting_since - duration({hours: 3})")
    found = edit(cast, uid, status="open")
    assert found.solve_by == own + timedelta(seconds=found.waited)
    assert 3 * HOUR <= timedelta(seconds=found.waited) < 4 * HOUR
    found = edit(cast, uid, priority="low")
    assert found.solve_by == AT + 168 * HOUR + timedelta(seconds=found.waited)
    assert edit(cast, uid, asked_at=(AT + HOUR).isoformat()).answer_by == AT + 25 * HOUR


@pytest.mark.parametrize("asked", ["9999-12-31", "0001-01-01", "2200-01-01", "1899-12-31T23:59:59Z"])
def test_it_is_asked_at_a_moment_that_clocks_and_pages_know(cast: Graph, asked: str) -> None:
    with pytest.raises(InvalidInputError, match="between 1900 and 2199") as refused:
        make(cast, asked_at=asked)
    assert refused.value.field == "asked_at"
    uid = make(cast, asked_at="2199-12-31")
    assert one_request(cast, uid=uid).solve_by == datetime(2200, 1, 3, tzinfo=UTC)
    with pytest.raises(InvalidInputError):
        edit(cast, uid, asked_at=asked)


def test_no_clock_stands_longer_than_a_hundred_years() -> None:
    long = {"status": "waiting", "waiting_since": datetime(1900, 1, 1, tzinfo=UTC), "asked_at": AT, "priority": "low"}
    assert service_requests.follows(long, {"status": "open"}, AT)["waited"] == WAITED_MOST


@pytest.mark.parametrize("day", [datetime(2024, 3, 30, 20, tzinfo=UTC), datetime(2024, 10, 26, 20, tzinfo=UTC)])
def test_hours_are_hours_when_clocks_are_changed(day: datetime) -> None:
    zone = ZoneInfo("Europe/Berlin")  # on the night behind each of these days
    asked = day.replace(tzinfo=zone).astimezone(UTC)
    due = service_requests.due({"priority": "normal", "asked_at": asked})
    assert due["answer_by"] - asked == 8 * HOUR
    assert due["answer_by"].astimezone(zone).hour == (5 if day.month == 3 else 3)  # by the clock on the wall


@pytest.mark.parametrize(
    ("state", "clock"),
    [
        ({"status": "new"}, 1), ({"status": "open", "answered_at": AT}, 2), ({"status": "waiting", "answered_at": AT}, None),
        ({"status": "solved", "answered_at": AT}, None), ({"status": "closed"}, None),
    ],
)  # fmt: skip
def test_what_is_due_next_is_kept_while_the_clock_runs(state: dict[str, Any], clock: int | None) -> None:
    found = kept.of("service_request", {"answer_by": AT + HOUR, "solve_by": AT + 2 * HOUR, **state})
    assert found == {"clock": AT + clock * HOUR if clock else kept.NEVER}


def test_satisfaction_is_said_once_it_is_solved_and_goes_when_it_is_opened_again(cast: Graph) -> None:
    uid = make(cast)
    with pytest.raises(InvalidInputError, match="it is not solved yet"):
        edit(cast, uid, satisfaction=4)
    found = edit(cast, uid, status="solved", satisfaction=2, satisfaction_comment="Slow", solution="Restarted")
    assert (found.satisfaction, found.satisfaction_comment) == (2, "Slow")
    found = edit(cast, uid, status="open")
    assert (found.satisfaction, found.satisfaction_comment, found.solution) == (None, None, "Restarted")
    undo_last(cast)
    found = one_request(cast, uid=uid)
    assert (found.status, found.satisfaction, found.solved_at is None) == ("solved", 2, False)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"status": ""}, "status"), ({"priority": None}, "priority"), ({"status": "asleep"}, "status"),
        ({"satisfaction": 6, "status": "solved"}, "satisfaction"), ({"satisfaction": 0, "status": "solved"}, "satisfaction"),
        ({"answered_at": AT.isoformat()}, "answered_at"), ({"waited": 5}, "waited"), ({"clock": AT.isoformat()}, "clock"),
        ({"solve_by": AT.isoformat()}, "solve_by"),
    ],
)  # fmt: skip
def test_what_cannot_be_or_follows_is_refused(cast: Graph, values: dict[str, Any], field: str) -> None:
    uid = make(cast)
    with pytest.raises(InvalidInputError) as refused:
        edit(cast, uid, **values)
    assert refused.value.field == field


LATE = "MATCH (n:Notification {kind: 'late'})-[:UNREAD_BY]->(u) RETURN u.uid, n.label, n.of"


def test_whose_it_is_is_told_once_when_its_clock_has_run_out(cast: Graph) -> None:
    uid = make(cast, asked_at=AT.isoformat())
    make(cast)
    (chore,) = (one for one in CHORES if one.name == "late")
    assert run(cast, [chore]).number == {"late": 1}
    assert reminders.tell(cast, datetime.now(UTC)) == 0
    assert cast.read(LATE, lambda *row: row) == [("alice", "ServiceRequest", uid)]
    edit(cast, uid, status="open")  # answered late; the solution is late too
    assert reminders.tell(cast, datetime.now(UTC)) == 1
    edit(cast, uid, status="solved")
    assert reminders.tell(cast, datetime.now(UTC)) == 0
    assert check(cast) == []
