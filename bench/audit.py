"""What the audit log costs a write: changes of one contact each, with and without it, alone and eight at once.

    python bench/audit.py [--rounds 3]

It starts a Neo4j of its own, and measures both ways in turn, because absolute times are not stable. Prints a table.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from run import probe

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.runtime import LocalNeo4j
from graphcrm.services import audit, records
from graphcrm.services.changes import Author, Change, change

AT_ONCE, EACH, ALONE = 8, 100, 400
WRITE = audit.append


def edit(graph: Graph, number: int) -> float:
    """Change a contact; how long that took, in ms."""

    def work(made: Change) -> None:
        records.edit(made, "contact", f"P{number}", {"description": str(time.time_ns())})

    began = time.perf_counter()
    change(graph, Author("alice", address="127.0.0.1", request="bench"), work)
    return (time.perf_counter() - began) * 1000


def some(graph: Graph, times: int, sender: int) -> list[float]:
    """Changes one after the other, of contacts that no other sender changes."""
    return [edit(graph, sender * 10 + number % 10) for number in range(times)]


def measure(graph: Graph, way: str) -> None:
    """One line of the table."""
    alone = some(graph, ALONE, 0)
    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        took = [ms for each in pool.map(partial(some, graph, EACH), range(AT_ONCE)) for ms in each]
    rate = len(took) / (time.perf_counter() - began)
    shown = [f"{sorted(one)[int(len(one) * part)]:7.1f}" for one in (alone, took) for part in (0.5, 0.95)]
    print(f"{way:8}{''.join(shown)}{rate:9.0f}{os.getloadavg()[0]:7.1f}", flush=True)


def compare(graph: Graph, rounds: int) -> None:
    """The table."""
    schema.install(graph)
    graph.write("CREATE (:User {uid: 'alice', name: 'Alice', rev: 1})")
    graph.write("UNWIND range(0, 79) AS n CREATE (:Contact {uid: 'P' + n, name: 'P' + n, rev: 1})")
    some(graph, ALONE, 0)
    print("        alone p50    p95  8: p50    p95  a second   load")
    for _ in range(rounds):
        for way, append in (("without", lambda *_: 0), ("with", WRITE)):
            audit.append = append
            measure(graph, way)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GRAPHCRM_DATA_DIR"] = folder
        server = LocalNeo4j(Settings.from_env(), probe=probe)
        connection = server.start()
        try:
            with Graph(connection.uri, (connection.username, connection.password)) as graph:
                compare(graph, rounds)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
