"""The app and the database killed inside each kind of change: afterwards the whole change is there or nothing of it,
what was acknowledged is there, and the request sent again does what is left to do, once.
"""

from __future__ import annotations

import csv
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.nodes.ids import new_uid
from graphcrm.services.checks import check
from graphcrm.services.users import create_token
from tests.faults.served import Answer, Served
from tests.faults.store import Store

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "ci"
APP_KILLS = 1  # of each kind of change
DATABASE_KILL_OF_EVERY = 4 if THOROUGH else 8  # kinds: a start takes seconds
SEEN = 2  # islands on which a change is seen to be done, cold and warm, before it is killed on others
PEOPLE = 30  # of one island
DAY = "2024-05-01"

pytestmark = pytest.mark.timeout(1_800)


class Request(NamedTuple):
    """A change that somebody asks for."""

    method: str
    path: str
    body: Any = None


def asked(app: Served, method: str, path: str, body: Any = None) -> Any:
    """What is answered to a request that must be done; None where that is nothing."""
    answer = app.send(method, path, body)
    assert answer is not None
    assert answer.status < 300, answer
    return answer.body


def event(n: int, *people: int, **more: Any) -> dict[str, Any]:
    contacts = [f"C{n}-{person}" for person in people]
    return {"at": f"{DAY}T09:00:00Z", "channel": "meeting", "users": ["U1", "U2"], "contacts": contacts, **more}


def create(app: Served, n: int) -> Request:
    handles = [{"kind": "email", "value": f"new{n}@people.example"}, {"kind": "phone", "value": f"+49 30 1000{n:03}"}]
    return Request("POST", "/contacts", {"name": f"New {n}", "handles": handles})


def edit(app: Served, n: int) -> Request:
    return Request("PATCH", f"/contacts/C{n}-0", {"name": "Another", "email": f"another{n}@people.example"})


def change_addresses(app: Served, n: int) -> Request:
    path = f"/contacts/C{n}-0"
    old = [{"kind": "email", "value": f"old{n}{letter}@people.example"} for letter in "abc"]
    asked(app, "PATCH", path, {"handles": old})
    return Request("PATCH", path, {"handles": [*old[:1], {"kind": "phone", "value": f"+49 30 2000{n:03}"}]})


def hire(app: Served, n: int) -> Request:
    return Request(
        "POST", "/users", {"name": f"New {n}", "email": f"user{n}@us.example", "role": "rep", "team": f"Team {n}"}
    )


def leave(app: Served, n: int) -> Request:
    uid = asked(app, *hire(app, n))["uid"]
    asked(app, "POST", f"/accounts/A{n}/assign", {"user": uid, "on": "2024-01-01"})
    return Request("DELETE", f"/users/{uid}")


def trash(app: Served, n: int) -> Request:
    return Request("DELETE", f"/accounts/A{n}")


def restore(app: Served, n: int) -> Request:
    asked(app, "DELETE", f"/contacts/C{n}-0")
    asked(app, "DELETE", f"/accounts/A{n}")
    return Request("POST", f"/accounts/A{n}/restore", {})


def purge(app: Served, n: int) -> Request:
    asked(app, "DELETE", f"/accounts/A{n}")
    return Request("POST", f"/accounts/A{n}/purge", {})


def add_job(app: Served, n: int) -> Request:
    return Request("POST", f"/contacts/C{n}-0/jobs", {"account": f"B{n}", "start": "2024", "title": "Adviser"})


def end_job(app: Served, n: int) -> Request:
    return Request("PATCH", f"/jobs/W{n}-0", {"end": DAY})


def remove_job(app: Served, n: int) -> Request:
    return Request("DELETE", f"/jobs/W{n}-0")


def move(app: Served, n: int) -> Request:
    return Request("POST", f"/contacts/C{n}-0/move", {"to_account": f"B{n}", "effective_on": DAY, "title": "Director"})


def undo_move(app: Served, n: int) -> Request:
    asked(app, *move(app, n))
    return Request("POST", f"/contacts/C{n}-0/undo", {})


def meet(app: Served, n: int) -> Request:
    return Request("POST", "/interactions", event(n, *range(8), subject="Offer"))


def meet_many(app: Served, n: int) -> Request:
    return Request("POST", "/interactions/batch", {"items": [event(n, i % PEOPLE, subject=f"{i}") for i in range(100)]})


def change_meeting(app: Served, n: int) -> Request:
    uid = asked(app, "POST", "/interactions", event(n, 1, 2, 3))["uid"]
    return Request("PATCH", f"/interactions/{uid}", {"contacts": [f"C{n}-3", f"C{n}-4", f"C{n}-5"], "channel": "email"})


def remove_meeting(app: Served, n: int) -> Request:
    uid = asked(app, "POST", "/interactions", event(n, 1, 2, 3))["uid"]
    return Request("DELETE", f"/interactions/{uid}")


def rate(app: Served, n: int) -> Request:
    return Request("PUT", f"/contacts/C{n}-0/rating", {"value": 4})


def unrate(app: Served, n: int) -> Request:
    asked(app, *rate(app, n))
    return Request("DELETE", f"/contacts/C{n}-0/rating")


def claim(app: Served, n: int) -> Request:
    return Request("POST", f"/leads/L{n}/claim", {})


def hand_over(app: Served, n: int) -> Request:
    asked(app, "POST", f"/accounts/A{n}/assign", {"user": "U1", "on": "2024-01-01"})
    return Request("POST", f"/accounts/A{n}/assign", {"user": "U2", "on": DAY})


def release(app: Served, n: int) -> Request:
    asked(app, "POST", f"/leads/L{n}/assign", {"user": "U1", "on": "2024-01-01"})
    return Request("POST", f"/leads/L{n}/release", {"on": DAY})


def correct_assignment(app: Served, n: int) -> Request:
    asked(app, *hand_over(app, n))
    first, *_ = asked(app, "GET", f"/accounts/A{n}/owners")["items"]
    return Request("PATCH", f"/assignments/{first['uid']}", {"start": "2024-05-02", "reason": "By word of mouth"})


def remove_assignment(app: Served, n: int) -> Request:
    asked(app, *claim(app, n))
    first, *_ = asked(app, "GET", f"/leads/L{n}/owners")["items"]
    return Request("DELETE", f"/assignments/{first['uid']}")


def acquire(app: Served, n: int) -> Request:
    return Request("POST", f"/accounts/A{n}/links", {"kind": "succeeded_by", "to": f"B{n}", "start": DAY})


def forget_acquisition(app: Served, n: int) -> Request:
    uid = asked(app, *acquire(app, n))["uid"]
    return Request("DELETE", f"/links/{uid}")


def correct_acquisition(app: Served, n: int) -> Request:
    uid = asked(app, *acquire(app, n))["uid"]
    return Request("PATCH", f"/links/{uid}", {"start": "2023-05-01"})


def report(app: Served, n: int) -> Request:
    return Request("POST", f"/contacts/C{n}-1/links", {"kind": "reports_to", "to": f"C{n}-0", "start": "2023"})


KINDS: tuple[Callable[[Served, int], Request], ...] = (
    create, edit, change_addresses, hire, leave, trash, restore, purge, add_job, end_job, remove_job, move, undo_move,
    meet, meet_many, change_meeting, remove_meeting, rate, unrate, claim, hand_over, release, correct_assignment,
    remove_assignment, acquire, correct_acquisition, forget_acquisition, report,
)  # fmt: skip
ROUNDS = SEEN + APP_KILLS + 1
ISLANDS = len(KINDS) * ROUNDS


def write_csv(folder: Path, name: str, columns: str, rows: Iterator[tuple[Any, ...]]) -> None:
    with (folder / name).open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns.split(), *rows])


@pytest.fixture(scope="module")
def islands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Worlds that are alike and know nothing of each other but the two users: so one kind of change adds the same to
    each, and none is disturbed by what was killed in another."""
    folder = tmp_path_factory.mktemp("islands")
    each, people = range(ISLANDS), range(PEOPLE)
    write_csv(
        folder,
        "users.csv",
        "user_id name email role",
        iter([("U1", "Una", "u1@us.example", "admin"), ("U2", "Ulf", "u2@us.example", "rep")]),
    )
    write_csv(
        folder, "accounts.csv", "account_id name", ((f"{side}{n}", f"{side} of {n}") for n in each for side in "AB")
    )
    write_csv(folder, "contacts.csv", "contact_id name", ((f"C{n}-{p}", f"{p} of {n}") for n in each for p in people))
    write_csv(folder, "leads.csv", "lead_id name", ((f"L{n}", f"Lead of {n}") for n in each))
    write_csv(
        folder,
        "works_at.csv",
        "job_id contact_id account_id title start_date",
        ((f"W{n}-{p}", f"C{n}-{p}", f"A{n}", "Engineer", "2020") for n in each for p in people),
    )
    write_csv(
        folder,
        "interactions.csv",
        "interaction_id user_id contact_id channel occurred_at",
        ((f"I{n}-{p}", "U1", f"C{n}-{p}", "call", "2023-05-01T10:00:00Z") for n in each for p in people),
    )
    return folder


def sizes(graph: Graph) -> dict[str, tuple[int, int]]:
    """How many nodes of each label and edges of each type there are, and the sum of their revisions."""
    nodes = (
        "MATCH (n) WHERE NOT n:History RETURN labels(n)[0], count(*), sum(coalesce(n.rev, 0))"  # a user's is new once
    )
    edges = "MATCH ()-[e]->() RETURN type(e), count(*), sum(coalesce(e.rev, 0))"
    found = [row for cypher in (nodes, edges) for row in graph.read(cypher, lambda *row: row)]
    return {name: (number, revisions) for name, number, revisions in found}


def added(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    names = before.keys() | after.keys()
    pairs = {name: (before.get(name, (0, 0)), after.get(name, (0, 0))) for name in names}
    return {name: (b[0] - a[0], b[1] - a[1]) for name, (a, b) in pairs.items() if a != b}


class Harness:
    """The app, its database, and the islands that are still untouched."""

    def __init__(self, store: Store, islands: Path) -> None:
        self.store = store
        with store.graph() as graph:
            import_bundle(graph, [islands], refused_path=islands / "refused.csv")
            self._token = create_token(graph, user="U1")
        self.app = Served(store.environment(), self._token)
        asked(self.app, "GET", "/me")  # the first use of a token is written down beside what is asked
        self._next = iter(range(ISLANDS))
        self._dice = random.Random(21)

    def sizes(self) -> dict[str, tuple[int, int]]:
        with self.store.graph() as graph:
            return sizes(graph)

    def see(self, kind: Callable[[Served, int], Request]) -> tuple[dict[str, tuple[int, int]], float]:
        """What a change of this kind adds to the graph, and the seconds that it takes."""
        seen = []
        for _ in range(SEEN):
            request = kind(self.app, next(self._next))
            before, start = self.sizes(), time.monotonic()
            answer = self._send(request, new_uid())
            took = time.monotonic() - start
            assert answer is not None
            assert answer.status < 300, answer
            seen.append((added(before, self.sizes()), took))
        assert seen[0][0] == seen[1][0] != {}
        return seen[1]

    def kill(
        self, kind: Callable[[Served, int], Request], whole: dict[str, tuple[int, int]], took: float, what: str
    ) -> str:
        """Kill the app or the database inside a change: 'acknowledged', 'done' though nobody was told, or 'undone'."""
        request, key = kind(self.app, next(self._next)), new_uid()
        before = self.sizes()
        with ThreadPoolExecutor(1) as one:
            sent = one.submit(self._send, request, key)
            time.sleep(self._dice.uniform(0.05, 1.0) * took)
            (self.app if what == "app" else self.store).kill()
            if what == "database":
                self.store.start()
            answer = sent.result()
        if what == "app":
            self.app.start()
        self.app.wait()
        after = added(before, self.sizes())
        assert after in ({}, whole), f"half of {request}"
        acknowledged = answer is not None and answer.status < 300
        assert after == whole or not acknowledged, f"{request} was acknowledged and is not there"
        if request.method == "POST" or not after:
            again = self._send(request, key)
            assert again is not None
            assert again.status < 300, again
            assert added(before, self.sizes()) == whole, f"{request} was not done once"
        return "acknowledged" if acknowledged else "done" if after else "undone"

    def sound(self) -> None:
        with self.store.graph() as graph:
            assert check(graph) == []

    def _send(self, request: Request, key: str) -> Answer | None:
        return self.app.send(*request, key=key)


@pytest.fixture
def harness(store: Store, islands: Path) -> Iterator[Harness]:
    harness = Harness(store, islands)
    yield harness
    harness.app.stop()


def test_a_change_inside_which_app_or_database_is_killed_is_whole_or_not_at_all(
    harness: Harness, record_property: Callable[[str, object], None]
) -> None:
    ends: list[str] = []
    for number, kind in enumerate(KINDS):
        whole, took = harness.see(kind)
        ends += [harness.kill(kind, whole, took, "app") for _ in range(APP_KILLS)]
        if number % DATABASE_KILL_OF_EVERY == 0:
            ends.append(harness.kill(kind, whole, took, "database"))
    harness.sound()
    record_property("ends", dict(Counter(ends)))
    assert ends.count("undone") >= len(ends) // 3, "most kills came too late to say anything"
