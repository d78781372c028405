"""Random tasks about people who come and go, against a plain Python model (machine.py): made, moved to other days and other
people, done, due again, opened again, given away, trashed, erased with those they are about, and undone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from worlds.build import contact, lead

from graphcrm.graph import Graph
from reference.machine import USERS, V1, Machine, run

PEOPLE = (*(("contact", f"c{n}") for n in range(3)), *(("lead", f"l{n}") for n in range(2)))
NUMBERS = st.integers(0, 9)  # of a task, counted round
ABOUT = st.sets(st.sampled_from(PEOPLE), max_size=3)
DAYS = st.none() | st.integers(-20, 20)  # from today
WEEK = 7

Person = tuple[str, str]  # kind and uid


class Tasks(Machine):
    """What happens to tasks, and to the people whom they are about."""

    model = ("tasks", "people")

    def __init__(self) -> None:
        super().__init__()
        self.today = datetime.now(UTC).date()
        # uid -> status, due, first, series, repeats, owner, about, state (live, trashed, purged)
        self.tasks: dict[str, dict[str, Any]] = {}
        self.people: dict[Person, str] = {}  # their states
        for kind, uid in PEOPLE:
            contact(self.graph, uid, uid) if kind == "contact" else lead(self.graph, uid, uid, status="new")
            self.people[kind, uid] = "live"

    def live(self, about: set[Person]) -> set[Person]:
        return {one for one in about if self.people[one] == "live"}

    def day(self, due: int | None) -> str | None:
        return None if due is None else (self.today + timedelta(days=due)).isoformat()

    @rule(about=ABOUT, due=DAYS, repeats=st.booleans())
    def make(self, about: set[Person], due: int | None, repeats: bool) -> None:
        sent = {"name": "Call", "due_on": self.day(due), "repeats": "week" if repeats else None, **named(about)}
        status = 422 if repeats and due is None else 201 if self.live(about) == about else 404
        body = self.send("POST", "/tasks", status, json=sent)
        if status == 201:
            self.tasks[body["uid"]] = {
                "status": "open", "due": due, "first": None, "series": None, "repeats": repeats, "owner": "alice",
                "about": set(about), "state": "live",
            }  # fmt: skip

    def pick(self, number: int) -> tuple[str, dict[str, Any]]:
        uid = list(self.tasks)[number % len(self.tasks)]
        return uid, self.tasks[uid]

    @precondition(lambda self: self.tasks)
    @rule(number=NUMBERS, about=ABOUT)
    def tell_whom(self, number: int, about: set[Person]) -> None:
        uid, task = self.pick(number)
        status = 200 if task["state"] == "live" and self.live(about) == about else 404
        self.send("PATCH", f"/tasks/{uid}", status, json=named(about))
        if status == 200:  # who is in the trash stays, and comes back
            task["about"] = set(about) | (task["about"] - self.live(task["about"]))

    @precondition(lambda self: self.tasks)
    @rule(number=NUMBERS, due=DAYS)
    def move(self, number: int, due: int | None) -> None:
        uid, task = self.pick(number)
        status = 404 if task["state"] != "live" else 422 if task["repeats"] and due is None else 200
        self.send("PATCH", f"/tasks/{uid}", status, json={"due_on": self.day(due)})
        if status == 200 and due != task["due"]:
            task.update(due=due, first=None)

    @precondition(lambda self: self.tasks)
    @rule(number=NUMBERS, status=st.sampled_from(["done", "done", "open", "dropped"]), by=st.sampled_from(USERS))
    def finish(self, number: int, status: str, by: str) -> None:
        uid, task = self.pick(number)
        there = task["state"] == "live"
        before = {one["uid"] for one in self.api.get(f"{V1}/tasks?limit=500").json["items"]}
        self.send("PATCH", f"/tasks/{uid}", 200 if there else 404, by=by, json={"status": status})
        if not there:
            return
        was, task["status"] = task["status"], status
        if (was, status) != ("open", "done") or not task["repeats"]:
            return
        series = task["series"] or uid
        if any(
            one["state"] == "live" and one["status"] == "open"
            for key, one in self.tasks.items()
            if key == series or one["series"] == series
        ):
            return
        (new,) = {one["uid"] for one in self.api.get(f"{V1}/tasks?limit=500").json["items"]} - before
        first = task["due"] if task["first"] is None else task["first"]
        due = first
        while due <= max(task["due"], 0):
            due += WEEK
        self.tasks[new] = task | {
            "status": "open", "due": due, "first": first, "series": series, "about": self.live(task["about"]),
        }  # fmt: skip

    @precondition(lambda self: self.tasks)
    @rule(number=NUMBERS, to=st.sampled_from(USERS))
    def assign(self, number: int, to: str) -> None:
        uid, task = self.pick(number)
        live = task["state"] == "live"
        self.send("POST", f"/tasks/{uid}/assign", 200 if live else 404, json={"user": to})
        if live:
            task["owner"] = to

    # The trash

    @precondition(lambda self: self.tasks)
    @rule(number=NUMBERS, way=st.sampled_from(["trash", "restore", "purge"]))
    def put(self, number: int, way: str) -> None:
        uid, task = self.pick(number)
        task["state"] = self.ask_trash(f"/tasks/{uid}", task["state"], way)

    @rule(person=st.sampled_from(PEOPLE), way=st.sampled_from(["trash", "restore", "purge"]))
    def send_away(self, person: Person, way: str) -> None:
        kind, uid = person
        state = self.people[person] = self.ask_trash(f"/{kind}s/{uid}", self.people[person], way)
        if way != "purge" or state != "purged":
            return
        for task in self.tasks.values():
            if person in task["about"] and task["state"] != "purged":
                task["about"] -= {person}
                if not task["about"]:
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
        """Undo a change, after which all is as it was then; a creation is undone by the trash."""
        now = self.tasks
        self.send("POST", f"/changes/{change}/undo", 204)
        self.become(then)
        undone = {"state": "trashed", "owner": None}  # that it is of who made it was of that change too
        self.tasks |= {uid: task | undone for uid, task in now.items() if uid not in self.tasks}

    # What there is

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        for uid, task in self.tasks.items():
            answer = self.api.get(f"{V1}/tasks/{uid}")
            assert (answer.status_code == 200) is (task["state"] == "live"), (uid, task, answer.text)
            if answer.status_code != 200:
                continue
            body = answer.json
            about = {(kind, one["uid"]) for kind in ("contact", "lead") for one in body[f"{kind}s"]}
            due = body["due_on"] and (date.fromisoformat(body["due_on"]) - self.today).days
            told = (body["status"], due, body["owner"] and body["owner"]["uid"], about)
            assert told == (task["status"], task["due"], task["owner"], self.live(task["about"])), (uid, task)


def named(about: set[Person]) -> dict[str, list[str]]:
    return {f"{kind}s": sorted(uid for of, uid in about if of == kind) for kind in ("contact", "lead")}


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_tasks_end_as_the_model_says(graph: Graph) -> None:
    run(Tasks, graph, steps=14)
