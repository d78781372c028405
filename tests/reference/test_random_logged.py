"""Random interactions, logged with what comes next, against a plain Python model (machine.py): with people who come and go, and
leads that are converted, changed, removed, trashed, erased with those they were with, and undone."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from worlds.build import account, contact, lead

from graphcrm.graph import Graph
from reference.machine import USERS, V1, Machine, run

PEOPLE = (*(("contact", f"c{n}") for n in range(2)), *(("lead", f"l{n}") for n in range(2)))
COMPANY = ("account", "acme")
CHANNELS = {"meeting": "both", "call": "both", "email": "out", "message": "out"}  # and their usual directions
NUMBERS = st.integers(0, 9)  # of an interaction, a task or a person, counted round
SOME = st.sets(st.sampled_from(PEOPLE), max_size=3)
US = st.sets(st.sampled_from(USERS))
STEPS = st.sampled_from([None, {"name": "Call"}, {"due_on": "2030-05-01"}, {"name": "Call", "accounts": ["acme"]}])
WAYS = st.sampled_from(["trash", "restore", "purge"])

Person = tuple[str, str]  # kind and uid


class Logged(Machine):
    """What happens to interactions and their next steps, and to those whom they were with."""

    model = ("events", "tasks", "people", "became")

    def __init__(self) -> None:
        super().__init__()
        # uid -> users, people, channel, number (of those who took part, None once some are erased); nobody: removed
        self.events: dict[str, dict[str, Any]] = {}
        self.tasks: dict[str, dict[str, Any]] = {}  # uid -> about, status, state (live, trashed, purged), owner
        self.people: dict[Person, str] = {COMPANY: "live"}  # their states, and that of the account
        self.became: list[tuple[Person, Person]] = []  # leads, and the contacts that they were converted to
        account(self.graph, "acme")
        for kind, uid in PEOPLE:
            contact(self.graph, uid, uid) if kind == "contact" else lead(self.graph, uid, uid, status="new")
            self.people[kind, uid] = "live"

    def live(self, some: set[Person]) -> set[Person]:
        return {one for one in some if self.people[one] == "live"}

    def person(self, number: int, kind: str = "") -> Person:
        found = [one for one in self.people if kind in {"", one[0]}]
        return found[number % len(found)]

    # Interactions

    @rule(some=SOME, users=US, channel=st.sampled_from(list(CHANNELS)), step=STEPS)
    def log(self, some: set[Person], users: set[str], channel: str, step: dict[str, Any] | None) -> None:
        sent = {"at": "2024-05-01", "channel": channel, "users": sorted(users), "next_step": step, **named(some)}
        step = step or {}
        about = some | ({COMPANY} if "accounts" in step else set())
        status = 404 if self.live(about) != about else 201
        if not some or (step and "name" not in step):
            status = 422
        body = self.send("POST", "/interactions", status, json=sent)
        if status != 201:
            return
        users = users or {"alice"}
        self.events[body["uid"]] = {
            "users": users, "people": set(some), "channel": channel, "number": len(some) + len(users),
        }  # fmt: skip
        assert (body["direction"], bool(body["task"])) == (CHANNELS[channel], bool(step))
        if step:
            self.tasks[body["task"]] = {"about": about, "status": "open", "state": "live", "owner": "alice"}

    def pick(self, number: int) -> tuple[str, dict[str, Any]]:
        uid = list(self.events)[number % len(self.events)]
        return uid, self.events[uid]

    @precondition(lambda self: self.events)
    @rule(number=NUMBERS, some=SOME, channel=st.none() | st.sampled_from(list(CHANNELS)))
    def tell_whom(self, number: int, some: set[Person], channel: str | None) -> None:
        uid, event = self.pick(number)
        there, new = self.live(event["people"]), some - event["people"]
        status = 404 if not there else 422 if not some else 404 if self.live(new) != new else 200
        sent = named(some) | ({"channel": channel} if channel else {})
        body = self.send("PATCH", f"/interactions/{uid}", status, json=sent)
        if status != 200:
            return
        people = some | (event["people"] - there)  # who is in the trash stays, and comes back
        event.update(people=people, number=len(people) + len(event["users"]))
        event["channel"] = channel or event["channel"]
        assert body["participants"] == event["number"]

    @precondition(lambda self: self.events)
    @rule(number=NUMBERS)
    def remove(self, number: int) -> None:
        uid, event = self.pick(number)
        there = self.live(event["people"])
        self.send("DELETE", f"/interactions/{uid}", 204 if there else 404)
        if there and there != event["people"]:  # it comes back only when all of them are there again
            change, _ = self.done.pop()
            self.send("POST", f"/changes/{change}/undo", 409)
            self.done.clear()
        if there:
            event["people"] = set()

    # What comes next

    @precondition(lambda self: self.tasks)
    @rule(number=NUMBERS, status=st.sampled_from(["done", "open"]))
    def finish(self, number: int, status: str) -> None:
        uid = list(self.tasks)[number % len(self.tasks)]
        live = self.tasks[uid]["state"] == "live"
        self.send("PATCH", f"/tasks/{uid}", 200 if live else 404, json={"status": status})
        if live:
            self.tasks[uid]["status"] = status

    @precondition(lambda self: self.tasks)
    @rule(number=NUMBERS, way=WAYS)
    def put(self, number: int, way: str) -> None:
        uid = list(self.tasks)[number % len(self.tasks)]
        task = self.tasks[uid]
        task["state"] = self.ask_trash(f"/tasks/{uid}", task["state"], way)

    # What becomes of the people

    @rule(number=NUMBERS, into=st.none() | NUMBERS)
    def convert(self, number: int, into: int | None) -> None:
        one, other = self.person(number, "lead"), None if into is None else self.person(into, "contact")
        done = any(was == one and self.people[to] == "live" for was, to in self.became)
        live = self.people[one] == "live"
        status = 404 if not live else 409 if done else 404 if other and self.people[other] != "live" else 200
        sent = {"contact": other and other[1], "no_account": True}
        body = self.send("POST", f"/leads/{one[1]}/convert", status, json=sent)
        if status != 200:
            return
        other = other or ("contact", body["contact"])
        self.people.setdefault(other, "live")
        self.became.append((one, other))
        assert body["interactions"] == sum(one in event["people"] for event in self.events.values())
        for event in self.events.values():
            if one in event["people"]:
                event["people"] = event["people"] - {one} | {other}
                event["number"] = len(event["people"]) + len(event["users"])
        for task in self.tasks.values():
            if one in task["about"] and (task["status"], task["state"]) == ("open", "live"):
                task["about"] = task["about"] - {one} | {other}

    @rule(number=NUMBERS, way=WAYS)
    def send_away(self, number: int, way: str) -> None:
        kind, uid = one = self.person(number)
        before = self.people[one]
        self.people[one] = self.ask_trash(f"/{kind}s/{uid}", before, way)
        if (way, before) != ("purge", "trashed"):
            return
        self.became = [pair for pair in self.became if one not in pair]
        for event in self.events.values():
            if one in event["people"]:
                event.update(people=event["people"] - {one}, number=None)
        for task in self.tasks.values():
            if one in task["about"] and task["state"] != "purged":
                task["about"] = task["about"] - {one}
                if one != COMPANY and not task["about"] - {COMPANY}:
                    task["state"] = "purged"  # it was about nobody else

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
        """Undo a change, after which all is as it was then; a creation of a record is undone by the trash."""
        events, tasks, people = self.events, self.tasks, self.people
        self.send("POST", f"/changes/{change}/undo", 204)
        self.become(then)
        self.events |= {uid: one | {"people": set()} for uid, one in events.items() if uid not in self.events}
        undone = {"state": "trashed", "owner": None}  # that it is of who made it was of that change too
        self.tasks |= {uid: one | undone for uid, one in tasks.items() if uid not in self.tasks}
        self.people |= {one: "trashed" for one in people if one not in self.people}

    # What there is

    @invariant()
    def interactions_are_as_the_model_says(self) -> None:
        for uid, event in self.events.items():
            answer = self.api.get(f"{V1}/interactions/{uid}")
            live = self.live(event["people"])
            assert (answer.status_code == 200) is bool(live), (uid, event, answer.text)
            if not live:
                continue
            body = answer.json
            people = {(kind, one["uid"]) for kind in ("contact", "lead") for one in body[f"{kind}s"]}
            told = (people, {one["uid"] for one in body["users"]}, body["channel"])
            assert told == (live, event["users"], event["channel"]), (uid, event)
            assert event["number"] in {None, body["participants"]}, (uid, event, body["participants"])
        for kind, uid in self.live({one for one in self.people if one != COMPANY}):
            for channel in ("", "call"):
                asked = f"?channel={channel}" if channel else ""
                items = self.api.get(f"{V1}/{kind}s/{uid}/interactions{asked}").json["items"]
                had = {
                    (key, user)
                    for key, one in self.events.items()
                    if (kind, uid) in one["people"] and channel in {"", one["channel"]}
                    for user in one["users"]
                }
                assert Counter((one["event"], one["user"]["uid"]) for one in items) == Counter(had), (kind, uid)

    @invariant()
    def tasks_are_as_the_model_says(self) -> None:
        for uid, task in self.tasks.items():
            answer = self.api.get(f"{V1}/tasks/{uid}")
            assert (answer.status_code == 200) is (task["state"] == "live"), (uid, task, answer.text)
            if answer.status_code != 200:
                continue
            body = answer.json
            about = {(kind, one["uid"]) for kind in ("account", "contact", "lead") for one in body[f"{kind}s"]}
            told = (body["status"], body["owner"] and body["owner"]["uid"], about)
            assert told == (task["status"], task["owner"], self.live(task["about"])), (uid, task)


def named(people: set[Person]) -> dict[str, list[str]]:
    return {f"{kind}s": sorted(uid for of, uid in people if of == kind) for kind in ("contact", "lead")}


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_interactions_end_as_the_model_says(graph: Graph) -> None:
    run(Logged, graph, steps=10)
