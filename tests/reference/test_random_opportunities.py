"""Random opportunities against a plain Python model (machine.py): made, moved from stage to stage, won and lost, offered to
others, with people who come and go, given away, trashed, erased, and undone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.nodes.edges import ROLES
from graphcrm.nodes.opportunities import SHIPPED
from reference.machine import USERS, V1, Machine, run

ACCOUNTS = ("a0", "a1")
PEOPLE = ("c0", "c1", "c2")
STATUS = {key: status for key, status, _ in SHIPPED}
NUMBERS = st.integers(0, 9)  # of an opportunity, counted round
PARTS = st.dictionaries(st.sampled_from(PEOPLE), st.none() | st.sampled_from(ROLES), max_size=3)
STAGES = st.sampled_from([*STATUS, "dream"])

Parts = dict[str, str | None]


class Opportunities(Machine):
    """What happens to opportunities, and to the people who have a part in them."""

    model = ("deals", "people")

    def __init__(self) -> None:
        super().__init__()
        # uid -> stage, reason, account, parts, owner, passed (the stages it came to), state (live, trashed, purged)
        self.deals: dict[str, dict[str, Any]] = {}
        self.people: dict[str, str] = {}  # their states
        for uid in ACCOUNTS:
            account(self.graph, uid, uid)
        for uid in PEOPLE:
            contact(self.graph, uid, uid)
            self.people[uid] = "live"

    def live(self, parts: Parts) -> Parts:
        return {uid: role for uid, role in parts.items() if self.people[uid] == "live"}

    @rule(parts=PARTS, to=st.none() | st.sampled_from(ACCOUNTS))
    def make(self, parts: Parts, to: str | None) -> None:
        status = 201 if self.live(parts) == parts else 404
        body = self.send("POST", "/opportunities", status, json={"name": "Line", "account": to, **named(parts)})
        if status == 201:
            self.deals[body["uid"]] = {
                "stage": "first_contact", "reason": None, "account": to, "parts": dict(parts), "owner": "alice",
                "passed": ["first_contact"], "state": "live",
            }  # fmt: skip

    def pick(self, number: int) -> tuple[str, dict[str, Any]]:
        uid = list(self.deals)[number % len(self.deals)]
        return uid, self.deals[uid]

    @precondition(lambda self: self.deals)
    @rule(number=NUMBERS, stage=STAGES, reason=st.none() | st.just("Dear"), by=st.sampled_from(USERS))
    def move(self, number: int, stage: str, reason: str | None, by: str) -> None:
        uid, deal = self.pick(number)
        to = STATUS.get(stage, "")
        sent = {"stage": stage} | ({f"{to}_reason": reason} if to in {"won", "lost"} and reason else {})
        has = reason if to in {"won", "lost"} and reason else deal["reason"] if STATUS[deal["stage"]] == to else None
        status = 404 if deal["state"] != "live" else 422 if not to or (to == "lost" and not has) else 200
        self.send("PATCH", f"/opportunities/{uid}", status, by=by, json=sent)
        if status == 200:
            passed = deal["passed"] if stage == deal["stage"] else [*deal["passed"], stage]
            deal.update(stage=stage, reason=has, passed=passed)

    @precondition(lambda self: self.deals)
    @rule(number=NUMBERS, to=st.none() | st.sampled_from(ACCOUNTS), parts=PARTS)
    def tell_whom(self, number: int, to: str | None, parts: Parts) -> None:
        uid, deal = self.pick(number)
        status = 200 if deal["state"] == "live" and self.live(parts) == parts else 404
        self.send("PATCH", f"/opportunities/{uid}", status, json={"account": to, **named(parts)})
        if status == 200:  # who is in the trash stays, and comes back
            aside = {who: role for who, role in deal["parts"].items() if who not in self.live(deal["parts"])}
            deal.update(account=to, parts=parts | aside)

    @precondition(lambda self: self.deals)
    @rule(number=NUMBERS, to=st.sampled_from(USERS))
    def assign(self, number: int, to: str) -> None:
        uid, deal = self.pick(number)
        live = deal["state"] == "live"
        self.send("POST", f"/opportunities/{uid}/assign", 200 if live else 404, json={"user": to})
        if live:
            deal["owner"] = to

    # The trash

    @precondition(lambda self: self.deals)
    @rule(number=NUMBERS, way=st.sampled_from(["trash", "restore", "purge"]))
    def put(self, number: int, way: str) -> None:
        uid, deal = self.pick(number)
        deal["state"] = self.ask_trash(f"/opportunities/{uid}", deal["state"], way)

    @rule(person=st.sampled_from(PEOPLE), way=st.sampled_from(["trash", "restore", "purge"]))
    def send_away(self, person: str, way: str) -> None:
        state = self.people[person] = self.ask_trash(f"/contacts/{person}", self.people[person], way)
        if way == "purge" and state == "purged":
            for deal in self.deals.values():
                deal["parts"] = {who: role for who, role in deal["parts"].items() if who != person}

    # Undo, and undo of that

    @precondition(lambda self: self.done)
    @rule(again=st.booleans())
    def undo(self, again: bool) -> None:
        change, before = self.done.pop()
        after = self.now()
        self.take_back(change, before)
        undo, _ = self.done.pop()  # itself: what came before is next
        if again:
            self.take_back(undo, after)

    def take_back(self, change: str, then: Any) -> None:
        """Undo a change, after which all is as it was then; a creation is undone by the trash."""
        now = self.deals
        self.send("POST", f"/changes/{change}/undo", 204)
        self.become(then)
        undone = {"state": "trashed", "owner": None}  # that it is of who made it was of that change too
        self.deals |= {uid: deal | undone for uid, deal in now.items() if uid not in self.deals}

    # What there is

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        for uid, deal in self.deals.items():
            answer = self.api.get(f"{V1}/opportunities/{uid}")
            assert (answer.status_code == 200) is (deal["state"] == "live"), (uid, deal, answer.text)
            if answer.status_code != 200:
                continue
            body = answer.json
            parts = {one["uid"]: one["role"] for one in body["contacts"]}
            told = (
                body["stage"], body["status"], body["won_reason"] or body["lost_reason"], bool(body["closed_at"]),
                body["account"] and body["account"]["uid"], parts, body["owner"] and body["owner"]["uid"],
                [one["stage"] for one in body["stays"]],
            )  # fmt: skip
            status = STATUS[deal["stage"]]
            assert told == (
                deal["stage"], status, deal["reason"], status != "open", deal["account"], self.live(deal["parts"]),
                deal["owner"], deal["passed"],
            ), (uid, deal)  # fmt: skip


def named(parts: Parts) -> dict[str, list[Parts]]:
    return {"contacts": [{"contact": uid, "role": role} for uid, role in sorted(parts.items())]}


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_opportunities_end_as_the_model_says(graph: Graph) -> None:
    run(Opportunities, graph, steps=14)
