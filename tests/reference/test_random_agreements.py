"""Random contracts and orders against a plain Python model (tied.py): made and changed with amounts and days that go together
or do not, due and reminded of, with accounts, contacts and opportunities that come and go, and undone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from graphcrm.graph import Graph
from graphcrm.services import reminders
from reference.machine import V1, run
from reference.tied import FIRST, NUMBERS, TIES, One, Tied

FIELDS = ("status", "number", "amount", "currency", "start", "end")
OWN = {"contract": ("renewal", "notice_on", "remind_days"), "order": ("ordered_on", "deliver_by")}
STATUSES = {
    "contract": ("active", "active", "draft", "ended", "cancelled"),
    "order": ("placed", "placed", "draft", "delivered", "paid", "cancelled"),
}
DAYS = st.none() | st.integers(-50, 70)  # from today
DATES = DAYS | st.sampled_from(["the year before", "this month", "the year after"])
SOME: dict[str, Any] = {
    "number": st.sampled_from([None, "N 1", "N 2"]), "amount": st.sampled_from([None, 0, 5, 100.5]),
    "currency": st.sampled_from([None, "EUR", "CNY"]), "start": DATES, "end": DATES, "notice_on": DAYS, "ordered_on": DAYS,
    "deliver_by": DAYS, "renewal": st.sampled_from([None, "none", "automatic", "by_agreement"]),
    "remind_days": st.sampled_from([None, 0, 60]),
}  # fmt: skip
SAID = {
    kind: st.fixed_dictionaries(
        {},
        optional={name: SOME[name] for name in (*FIELDS, *OWN[kind]) if name in SOME}
        | {"status": st.sampled_from([*statuses, None])},
    )
    for kind, statuses in STATUSES.items()
}
ANY = st.fixed_dictionaries(SAID)  # what is said of one, whichever it is


class Agreements(Tied):
    """What happens to contracts and orders, and to those that they are tied to."""

    def __init__(self) -> None:
        super().__init__()
        self.today = datetime.now(UTC).date()
        self.reminded: dict[str, date] = {}  # the day that each was reminded of last: no undo takes that back

    def written(self, said: int | str | None) -> str | None:
        """A date as it is sent."""
        if said is None or isinstance(said, int):
            return None if said is None else (self.today + timedelta(days=said)).isoformat()
        year = {"the year before": self.today.year - 1, "the year after": self.today.year + 1}.get(said)
        return str(year) if year else self.today.isoformat()[:7]

    def sent(self, said: One) -> One:
        """What is said, as it is sent."""
        dated = {"start", "end", "notice_on", "ordered_on", "deliver_by"}
        return {name: self.written(value) if name in dated else value for name, value in said.items()}

    def becomes(self, one: One, sent: One) -> One | None:
        """What becomes of its fields, None where that cannot be."""
        if "status" in sent and sent["status"] is None:
            return None
        has = one | sent
        if "amount" in sent and sent["amount"] is None and not sent.get("currency"):
            has["currency"] = None
        last = extent(has["end"])[1]
        cannot = (
            (has["amount"] is None) != (has["currency"] is None)
            or last <= extent(has["start"], date.min)[0]
            or (has.get("notice_on") and date.fromisoformat(has["notice_on"]) > last)
            or (has.get("ordered_on") and has["deliver_by"] and has["deliver_by"] < has["ordered_on"])
        )
        return None if cannot else has

    @initialize()
    def begin(self) -> None:
        for kind in STATUSES:
            self.make(kind, {kind: {}}, FIRST)

    @rule(kind=st.sampled_from(list(STATUSES)), said=ANY, ties=TIES)
    def make(self, kind: str, said: One, ties: One) -> None:
        sent = self.sent(said[kind])
        blank = dict.fromkeys((*FIELDS, *OWN[kind])) | {"status": "draft"}
        has = self.becomes(blank, sent)
        self.made(kind, sent, ties, 201 if has else 422, has or {})

    @precondition(lambda self: self.records)
    @rule(number=NUMBERS, said=ANY)
    def edit(self, number: int, said: One) -> None:
        _, one, path = self.pick(number)
        sent = self.sent(said[one["kind"]])
        has = self.becomes(one, sent)
        self.send("PATCH", path, 404 if one["state"] != "live" else 200 if has else 422, json=sent)
        if one["state"] == "live" and has:
            one.update(has)

    def due(self, one: One) -> date | None:
        """By when it is to be renewed, or delivered."""
        if one["kind"] == "order":
            day = one["deliver_by"] if one["status"] in {"draft", "placed"} else None
        elif one["status"] != "active" or one["renewal"] == "none":
            day = None
        else:
            day = one["notice_on"] or (one["end"] and extent(one["end"])[0].isoformat())
        return date.fromisoformat(day) if day else None

    @rule()
    def remind(self) -> None:
        to_do: dict[str, date] = {}
        for uid, one in self.records.items():
            due = self.due(one)
            if (
                (one["kind"], one["state"]) != ("contract", "live")
                or one["owner"] is None
                or not due
                or due < self.today
            ):
                continue
            days = 30 if one["remind_days"] is None else one["remind_days"]
            if due - timedelta(days=days) <= self.today and self.reminded.get(uid) != due:
                to_do[uid] = due
        assert reminders.remind(self.graph, datetime.now(UTC)) == len(to_do), to_do
        for uid, due in to_do.items():
            tasks = self.api.get(f"{V1}/tasks?about_contract={uid}&owner={self.records[uid]['owner']}&limit=500").json
            assert due.isoformat() in {task["due_on"] for task in tasks["items"]}
        self.reminded |= to_do

    def told(self, one: One) -> One:
        due = self.due(one)
        return {name: one[name] for name in (*FIELDS, *OWN[one["kind"]])} | {"due": due and due.isoformat()}

    def asks(self, kind: str) -> dict[str, Any]:
        def by_due(one: One) -> date:
            return self.due(one) or date.max

        def worth(one: One) -> float:
            return -1 if one["amount"] is None else one["amount"]

        def runs(one: One) -> bool:
            began, over = extent(one["start"], date.min)[0], extent(one["end"])[1]
            return bool(one["status"] == "active" and began <= self.today < over)

        asks = {
            "sort=due": by_due, "sort=-due": by_due, "sort=amount": worth, "sort=-amount": worth,
            "status_not=draft": lambda one: one["status"] != "draft", "number=N 1": lambda one: one["number"] == "N 1",
            "currency=EUR": lambda one: one["currency"] == "EUR", "amount_from=5": lambda one: worth(one) >= 5,
            "amount_to=5": lambda one: 0 <= worth(one) <= 5,
        }  # fmt: skip
        if kind == "order":
            return asks | {
                "overdue=true": lambda one: by_due(one) < self.today, "overdue=false": lambda one: by_due(one) >= self.today,
                "status=placed": lambda one: one["status"] == "placed",
            }  # fmt: skip
        soon = self.today + timedelta(days=30)
        return asks | {
            "renews_within=30": lambda one: by_due(one) <= soon, "running=true": runs, "running=false": lambda one: not runs(one),
            "renewal_known=false": lambda one: one["renewal"] is None, "status=active": lambda one: one["status"] == "active",
        }  # fmt: skip


def extent(text: str | None, unknown: date = date.max) -> tuple[date, date]:
    """The first and the last day that may be meant by a date: of a month or a year the day after it is one."""
    if text is None:
        return unknown, unknown
    year, month, day = (int(part) if part else 0 for part in f"{text}--".split("-")[:3])
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    return first, date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_contracts_and_orders_end_as_the_model_says(graph: Graph) -> None:
    run(Agreements, graph, steps=8)
