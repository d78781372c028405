"""Random service requests against a plain Python model (tied.py): asked, answered, left waiting, solved, opened again, their
owners told when they are late, while the clock goes on and accounts and contacts come and go, and undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from graphcrm.graph import Graph
from graphcrm.services import reminders
from graphcrm.services.changes import Change
from reference.machine import run
from reference.tied import FIRST, NUMBERS, TIES, One, Tied

HOURS = {"urgent": (1, 8), "high": (4, 24), "normal": (8, 72), "low": (24, 168)}  # docs/service.md
DONE = {"solved", "closed"}
STATUSES = st.sampled_from(["new", "open", "waiting", "solved", "closed"])
ASKED = st.sampled_from([0, 5, 40, 120])  # days after the machine's first; it began sixty days ago
SATISFIED = {"satisfaction": st.sampled_from([None, 1, 3, 5]), "satisfaction_comment": st.sampled_from([None, "Slow"])}
SAID = st.fixed_dictionaries(
    {}, optional={"status": STATUSES, "priority": st.sampled_from(list(HOURS)), "asked_at": ASKED, **SATISFIED}
)
NOTHING = st.fixed_dictionaries({}, optional={name: st.none() for name in ("status", "priority", "asked_at")})
MOMENTS = ("asked_at", "answered_at", "solved_at", "waiting_since")
NEVER = datetime.max.replace(tzinfo=UTC)


class Requests(Tied):
    """What happens to service requests, and to those that they are tied to."""

    def __init__(self) -> None:
        super().__init__()
        # At seventeen past: nothing is due at the moment at which the database itself asks what is late.
        past = datetime.now(UTC) - timedelta(days=60)
        self.first = self.clock = past.replace(minute=17, second=0, microsecond=0)
        self.notified: dict[str, datetime] = {}  # the moment that was told of each: no undo takes that back
        self.patched = patch.object(Change, "at", property(lambda _: self.clock))
        self.patched.start()

    def teardown(self) -> None:
        self.patched.stop()
        super().teardown()

    @rule(hours=st.integers(1, 60))
    def wait(self, hours: int) -> None:
        self.clock += timedelta(hours=hours)

    def sent(self, said: One) -> tuple[One, One]:
        """What is said, and as it is sent."""
        said = dict(said)
        if said.get("asked_at") is not None:
            said["asked_at"] = self.first + timedelta(days=said["asked_at"])
        return said, {name: value.isoformat() if isinstance(value, datetime) else value for name, value in said.items()}

    def becomes(self, one: One, said: One) -> One | None:
        """What becomes of its fields, None where that cannot be."""
        has = one | said
        was, status = one["status"], has["status"]
        if None in (status, has["priority"], has["asked_at"]):
            return None
        if status != "new":
            has["answered_at"] = has["answered_at"] or self.clock
        has["solved_at"] = (has["solved_at"] or self.clock) if status in DONE else None
        if status != was:
            since = one["waiting_since"] or (one["solved_at"] if status not in DONE else None)
            has["waited"] += int((self.clock - since).total_seconds()) if since else 0
            has["waiting_since"] = self.clock if status == "waiting" else None
        if status not in DONE:
            if any(said.get(name) for name in SATISFIED):
                return None
            has |= dict.fromkeys(SATISFIED)
        return has

    @initialize()
    def begin(self) -> None:
        self.make({}, FIRST)

    @rule(said=SAID, ties=TIES)
    def make(self, said: One, ties: One) -> None:
        blank = dict.fromkeys((*MOMENTS, *SATISFIED, "status")) | {"waited": 0}
        said, sent = self.sent(said)
        has = self.becomes(blank, {"status": "new", "priority": "normal", "asked_at": self.clock, **said})
        self.made("service_request", sent, ties, 201 if has else 422, has or {})

    @precondition(lambda self: self.records)
    @rule(number=NUMBERS, said=SAID | NOTHING)
    def edit(self, number: int, said: One) -> None:
        _, one, path = self.pick(number)
        said, sent = self.sent(said)
        has = self.becomes(one, said)
        self.send("PATCH", path, 404 if one["state"] != "live" else 200 if has else 422, json=sent)
        if one["state"] == "live" and has:
            one.update(has)

    @precondition(lambda self: self.records)
    @rule(number=NUMBERS, status=STATUSES)
    def go_on(self, number: int, status: str) -> None:
        self.edit(number, {"status": status})

    def due(self, one: One) -> tuple[datetime, datetime]:
        """By when the first answer and the solution are due."""
        answer, solve = (one["asked_at"] + timedelta(hours=hours) for hours in HOURS[one["priority"]])
        return answer, solve + timedelta(seconds=one["waited"])

    def next(self, one: One) -> datetime:
        """What is due next."""
        runs = one["status"] in {"new", "open"}
        return self.due(one)[1 if one["answered_at"] else 0] if runs else NEVER

    @rule()
    def tell(self) -> None:
        now = self.clock + timedelta(minutes=1)
        ours = {uid: self.next(one) for uid, one in self.records.items() if one["state"] == "live" and one["owner"]}
        late = {uid: due for uid, due in ours.items() if due < now and due != self.notified.get(uid)}
        assert reminders.tell(self.graph, now) == len(late), late
        self.notified |= late

    def told(self, one: One) -> One:
        answer, solve = self.due(one)
        moments = {name: one[name] for name in MOMENTS} | {"answer_by": answer, "solve_by": solve}
        written = {name: value and value.isoformat().replace("+00:00", "Z") for name, value in moments.items()}
        return {name: one[name] for name in ("status", "priority", "waited", *SATISFIED)} | written

    def asks(self, kind: str) -> dict[str, Any]:  # noqa: ARG002  (there is one)
        now = datetime.now(UTC)
        return {
            "sort=due": self.next, "sort=-due": self.next,
            "overdue=true": lambda one: self.next(one) < now, "overdue=false": lambda one: self.next(one) >= now,
            "solved=true": lambda one: one["status"] in DONE, "solved=false": lambda one: one["status"] not in DONE,
            "status=waiting": lambda one: one["status"] == "waiting", "status_not=new": lambda one: one["status"] != "new",
            "priority=high": lambda one: one["priority"] == "high",
            "satisfaction_to=3": lambda one: (one["satisfaction"] or 9) <= 3,
        }  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_service_requests_end_as_the_model_says(graph: Graph) -> None:
    run(Requests, graph, steps=8)
