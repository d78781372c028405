"""Writes over HTTP: how long one takes, and how many interactions a second go in by batches, minute after minute.

    python bench/writes.py [URI] [--seconds 60] [--batch 500] [--senders 2] [--workers 2] [--contacts 20000] [--check]

Without URI (with NEO4J_USERNAME and NEO4J_PASSWORD) it starts a Neo4j of its own. `graphcrm serve` answers, in
processes of its own; revisions and KNOWS are part of every write, and at the end KNOWS is compared with a rebuild.
Prints a table and writes bench/out/writes.json. `--check` ends with 1 when
a limit of promised.py is missed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import promised
from run import probe

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.runtime import LocalNeo4j
from graphcrm.services.checks import check
from graphcrm.services.users import create_token

HERE = Path(__file__).parent
V1 = "/api/v1"
USERS = 20
SINGLES = 200  # of each kind
WINDOW_S = 5.0  # "sustained": the slowest of these is told too
CHANNELS = ("meeting", "video", "call", "email", "email", "email", "message")
WORLD = """
UNWIND range(0, $users - 1) AS n
CREATE (:User {uid: 'W' + n, name: 'User ' + n, email: 'w' + n + '@us.example', active: true, rev: 1})
WITH count(*) AS _
CREATE (a:Account {uid: 'WA', name: 'Writing', rev: 1})
WITH a UNWIND range(0, $contacts - 1) AS n
CREATE (:Contact {uid: 'WC' + n, name: 'Contact ' + n, rev: 1})-[:WORKS_AT {uid: 'WJ' + n, kind: 'employee', rev: 1,
  end_status: 'ongoing', start: '2020-01-01', start_min: date('2020-01-01'), start_max: date('2020-01-01'),
  end_min: date('9999-12-31'), end_max: date('9999-12-31'), verified_on: date('2026-01-01')}]->(a)
"""


class Client:
    """One connection to the API, kept open, as one user."""

    def __init__(self, port: int, token: str) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def send(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """What is answered; an error ends the benchmark."""
        self._http.request(method, V1 + path, json.dumps(body), self._headers)
        answer = self._http.getresponse()
        text = answer.read().decode()
        assert answer.status < 300, text
        return dict(json.loads(text)) if text else {}


def event(dice: random.Random, contacts: int) -> dict[str, Any]:
    """An interaction as a mail or a calendar tells it: one contact as a rule, two in ten of two."""
    who = {f"WC{dice.randrange(contacts)}" for _ in range(1 + (dice.random() < 0.2))}
    day = f"202{dice.randrange(4, 6)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    return {
        "at": f"{day}T{dice.randrange(8, 18):02}:00:00Z",
        "channel": dice.choice(CHANNELS),
        "contacts": sorted(who),
        "subject": f"Offer {dice.randrange(10_000)} and what follows from it",
    }


def single(name: str, send: Callable[[int], object]) -> dict[str, Any]:
    """Milliseconds of one kind of write, one after the other."""
    times = []
    for number in range(SINGLES + 20):
        start = time.perf_counter()
        send(number)
        times.append((time.perf_counter() - start) * 1000)
    warm = sorted(times[20:])  # Neo4j plans what it has not met
    return {"write": name, "p50_ms": round(statistics.median(warm), 1), "p95_ms": round(warm[len(warm) * 95 // 100], 1)}


def singles(client: Client, contacts: int) -> list[dict[str, Any]]:
    """Every kind of single write."""
    dice = random.Random(1)  # noqa: S311  (a workload)
    made: list[str] = []

    def create(number: int) -> None:
        body = {"name": f"New {number}", "email": f"new{number}.{time.time_ns()}@people.example"}
        made.append(str(client.send("POST", "/contacts", body)["uid"]))

    return [
        single("contact create", create),
        single("contact patch", lambda n: client.send("PATCH", f"/contacts/{made[n]}", {"hobbies": [f"chess {n}"]})),
        single("interaction create", lambda _: client.send("POST", "/interactions", event(dice, contacts))),
    ]


def sustained(clients: list[Client], args: argparse.Namespace) -> dict[str, Any]:
    """Interactions a second by batches, several senders at once; the slowest window is told too."""
    begun = time.perf_counter()
    done: list[tuple[float, int]] = []

    def keep_sending(number: int) -> None:
        dice = random.Random(number)  # noqa: S311  (a workload)
        while (now := time.perf_counter() - begun) < args.seconds:
            items = [event(dice, args.contacts) for _ in range(args.batch)]
            clients[number].send("POST", "/interactions/batch", {"items": items})
            done.append((now, len(items)))

    with ThreadPoolExecutor(args.senders) as pool:
        list(pool.map(keep_sending, range(args.senders)))
    took = time.perf_counter() - begun
    windows = [0] * max(1, int(args.seconds // WINDOW_S))
    for at, number in done:
        windows[min(len(windows) - 1, int(at // WINDOW_S))] += number
    total = sum(number for _, number in done)
    return {
        "write": f"interactions by batches of {args.batch}", "interactions": total, "seconds": round(took, 1),
        "per_s": round(total / took), "slowest_window_per_s": round(min(windows) / min(WINDOW_S, args.seconds)),
    }  # fmt: skip


@contextmanager
def served(workers: int) -> Iterator[int]:
    """`graphcrm serve` at a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [str(Path(sys.executable).parent / "graphcrm"), "serve", "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert process.poll() is None, "graphcrm serve ended"
                assert time.monotonic() < until, "graphcrm serve does not answer"
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def database(uri: str | None) -> Iterator[str]:
    """The Neo4j at an address, or one of its own that is removed afterwards."""
    if uri:
        yield uri
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GRAPHCRM_DATA_DIR"] = folder
        server = LocalNeo4j(Settings.from_env(), probe=probe)
        connection = server.start()
        os.environ.update(NEO4J_USERNAME=connection.username, NEO4J_PASSWORD=connection.password)
        try:
            yield connection.uri
        finally:
            server.stop()


def measure(uri: str, args: argparse.Namespace) -> list[dict[str, Any]]:
    """Make the people, serve, send."""
    auth = os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
    os.environ["NEO4J_URI"] = uri
    with Graph(uri, auth, timeout_s=600) as graph:
        schema.install(graph)
        if not graph.read("MATCH (u:User {uid: 'W0'}) RETURN u.uid", str):
            graph.write(WORLD, users=USERS, contacts=args.contacts)
        tokens = [create_token(graph, user=f"W{n}") for n in range(args.senders)]
        with served(args.workers) as port:
            clients = [Client(port, token) for token in tokens]
            rows = singles(clients[0], args.contacts)
            rows.append(sustained(clients, args))
        rows[-1]["knows_right"] = not [found for found in check(graph) if found.rule == "ties"]
    return rows


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("uri", nargs="?")
    for name, default in (("seconds", 60), ("batch", 500), ("senders", 2), ("workers", 2), ("contacts", 20_000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    with database(args.uri) as uri:
        rows = measure(uri, args)
    print("\n".join("  ".join(f"{name} {value}" for name, value in row.items()) for row in rows))
    (HERE / "out").mkdir(exist_ok=True)
    (HERE / "out" / "writes.json").write_text(json.dumps(rows, indent=1))
    if args.check and (missed := promised.missed_writes(rows[-1])):
        raise SystemExit("\n".join(missed))


if __name__ == "__main__":
    main()
