"""Warm paths: the HTTP API against the same queries over bare Bolt, and against one plain MATCH.

    python bench/paths.py URI [--targets A0,A50] [--as-of 2026-11-01] [--rounds 15] [--plain A0] [--plain-times 3]

Everything runs side by side in one process, in turns, on the world already loaded at URI: absolute times mean little.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import neo4j

from graphcrm.config import Settings
from graphcrm.graph import Graph, Row, _seeing
from graphcrm.services.users import create_token
from graphcrm.web import create_app

PLAIN = """
MATCH (u:User)-[k:KNOWS]->(x:Contact)-[w1:WORKS_AT]->(a:Account)<-[w2:WORKS_AT]-(y:Contact)
      -[w3:WORKS_AT]->(t:Account {uid: $target})
WHERE ($user IS NULL OR u.uid = $user) AND x <> y AND w3.start_min <= $on AND w3.end_max > $on
  AND w1.start_min < w2.end_max AND w2.start_min < w1.end_max AND w1.start_min < $on AND w2.start_min < $on
RETURN u.uid, x.uid, a.uid, y.uid, k.count ORDER BY k.heat DESC LIMIT 50
"""
PLAIN_OF_USER = PLAIN.replace("(u:User)", "(u:User {uid: $user})").replace("($user IS NULL OR u.uid = $user) AND ", "")


class Recorder(Graph):
    """A Graph that remembers what it was asked, so that the same can be sent bare."""

    def __init__(self, uri: str, auth: tuple[str, str], *, timeout_s: float) -> None:
        """Connect, with nothing asked yet."""
        super().__init__(uri, auth, timeout_s=timeout_s)
        self.sent: list[tuple[str, dict[str, Any]]] = []  # one list, for the copies too that an app makes of a graph

    def read(self, cypher: str, row: Callable[..., Row], /, **params: object) -> list[Row]:
        """Read, and remember."""
        self.sent.append((cypher, _seeing(cypher, params, self.sight)))
        return super().read(cypher, row, **params)


def bare(driver: neo4j.Driver, sent: list[tuple[str, dict[str, Any]]]) -> None:
    """Send the queries with nothing of ours around them."""
    for cypher, params in sent:
        with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            session.execute_read(lambda tx, cypher=cypher, params=params: list(tx.run(cypher, params)))


def median_ms(runs: list[float]) -> float:
    """The median in milliseconds."""
    return round(statistics.median(runs) * 1000, 1)


def compare(graph: Recorder, target: str, user: str | None, as_of: str, rounds: int) -> dict[str, Any]:
    """Median times of the warm paths into an account."""
    url = f"/api/v1/accounts/{target}/warm-paths?as_of={as_of}" + (f"&user={user}" if user else "")
    return {"target": target, "user": user or "team", **timed(graph, url, rounds)}


def timed(graph: Recorder, url: str, rounds: int) -> dict[str, Any]:
    """Median times of the API and of the bare queries, in turns after two warm-up rounds."""
    client = create_app(Settings(secret_key="of this benchmark", requests_a_minute=0), graph).test_client()
    token = create_token(graph, user=graph.read("MATCH (u:User) RETURN u.uid ORDER BY u.uid LIMIT 1", str)[0])
    driver = neo4j.GraphDatabase.driver(graph.uri, auth=graph_auth(), notifications_min_severity="OFF")
    api: list[float] = []
    plain: list[float] = []
    items = 0
    for number in range(rounds + 2):
        graph.sent.clear()
        start = time.perf_counter()
        answer = client.get(url, headers={"Authorization": f"Bearer {token}"})
        middle = time.perf_counter()
        assert answer.status_code == 200, answer.text
        bare(driver, graph.sent)
        end = time.perf_counter()
        items = len(answer.json["items"])
        if number >= 2:
            api.append(middle - start)
            plain.append(end - middle)
    driver.close()
    return {
        "items": items, "queries": len(graph.sent),
        "api_ms": median_ms(api), "bare_ms": median_ms(plain), "ratio": round(median_ms(api) / median_ms(plain), 2),
    }  # fmt: skip


def graph_auth() -> tuple[str, str]:
    """User and password from the environment."""
    return os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")


def plain_match(graph: Graph, target: str, user: str | None, as_of: str, times: int = 3) -> float:
    """The median of one plain MATCH in milliseconds."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        graph.read(
            PLAIN_OF_USER if user else PLAIN, lambda *row: row, user=user, target=target, on=date.fromisoformat(as_of)
        )
        runs.append(time.perf_counter() - start)
    return median_ms(runs)


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("uri")
    parser.add_argument("--targets", default="A0,A1,A50,A900")
    parser.add_argument("--user", default="U1")
    parser.add_argument("--as-of", default="2026-11-01")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--plain", default="", help="targets to run the plain MATCH on too")
    parser.add_argument("--plain-times", type=int, default=3, help="how often; once takes a minute")
    parser.add_argument("--users", default="one,team", help="who is asked for: one, team or both")
    parser.add_argument("--out", type=Path, default=Path("bench/out/paths.json"))
    args = parser.parse_args()
    graph = Recorder(args.uri, graph_auth(), timeout_s=600)
    rows = [
        compare(graph, target, user, args.as_of, args.rounds)
        for target in args.targets.split(",")
        for user in (args.user, None)
        if ("one" if user else "team") in args.users.split(",")
    ]
    for row in rows:
        if row["target"] in args.plain.split(","):
            user = None if row["user"] == "team" else row["user"]
            row["plain_match_ms"] = plain_match(graph, row["target"], user, args.as_of, args.plain_times)
            row["times_faster"] = round(row["plain_match_ms"] / row["api_ms"], 1)
    for row in rows:
        print("  ".join(f"{key} {value}" for key, value in row.items()))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
