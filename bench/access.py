"""What it costs that somebody sees a part: the same questions by who sees everything, what a team has, and their own.

    python bench/access.py URI [--rounds 30] [--narrow 1000]

On a world of world.py that is loaded at URI: a tenth of the contacts and accounts is nobody's, and a team has another
fifth. The readers ask in turns, because absolute times are not stable. Then all is given away but one contact in
`--narrow`, which is a fourth reader's: a list of theirs goes along all contacts until its page is full.
Prints a table and writes bench/out/access.json.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from paths import graph_auth, median_ms

from graphcrm.access import SHIPPED, Scope
from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.changes import Author, change
from graphcrm.services.policy import change_role
from graphcrm.services.users import create_token
from graphcrm.web import create_app

WARM_UP = 3
# Who asks, and in which role: U1 and U2 are of the team, and viewers see here what is their own.
READERS = {"all": ("U0", "admin"), "team": ("U1", "rep"), "own": ("U2", "viewer"), "few": ("few", "viewer")}
PATHS = "/api/v1/accounts/{}/warm-paths?as_of=2026-11-01{}"
# What is asked, by name; those that promised.py holds are paths and lists.
QUESTIONS = {
    "paths to A0, one user": PATHS.format("A0", "&user=U1"),
    "paths to A50, one user": PATHS.format("A50", "&user=U1"),
    "paths to A900, one user": PATHS.format("A900", "&user=U1"),
    "paths to A50, team": PATHS.format("A50", ""),
    "list by name": "/api/v1/contacts",
    "list, newest first": "/api/v1/contacts?sort=-created_at",
    "list of who is at A50": "/api/v1/contacts?account=A50",
    "list by a flag": "/api/v1/contacts?do_not_contact=false",
    "list of accounts": "/api/v1/accounts",
    "search": "/api/v1/search?q=huber",
    "search for contacts": "/api/v1/contacts?q=ada%20chen",
    "page of a contact": "/contacts/C10",
}
NARROW = ("list by name", "list, newest first", "search")
GIVEN = """
MATCH (n:Contact|Account) WHERE n.uid =~ '[AC][0-9]+'
CALL (n) {{
  WITH n, toInteger(substring(n.uid, 1)) AS i
  SET n.owner = CASE
    WHEN i % 10 = 0 THEN null
    WHEN i % 10 < 3 THEN 'U' + (1 + i / 10 % {team})
    ELSE 'U' + ({team} + 1 + i % {others})
  END
}} IN TRANSACTIONS OF 10000 ROWS
"""
TAKEN = """
MATCH (n:Contact) WHERE n.owner IS NULL OR n.uid =~ 'C[0-9]+' AND toInteger(substring(n.uid, 1)) % {narrow} = 0
CALL (n) {{
  SET n.owner = CASE WHEN toInteger(substring(n.uid, 1)) % {narrow} = 0 THEN 'few' ELSE 'U0' END
}} IN TRANSACTIONS OF 10000 ROWS
"""
WHO = """
MERGE (t:Team {uid: 'bench'}) SET t.name = 'Bench'
MERGE (f:User {uid: 'few'}) SET f.name = 'Few', f.email = 'few@us.example', f.rev = 1, f.active = true
WITH t UNWIND range(1, $team) AS i MATCH (u:User {uid: 'U' + i}) MERGE (u)-[:MEMBER_OF]->(t)
"""


def prepare(graph: Graph) -> None:
    """Say whose the records are, and who asks."""
    users = graph.read("MATCH (u:User) WHERE u.uid =~ 'U[0-9]+' RETURN count(u)", int)[0]
    team = users // 5
    graph.console(GIVEN.format(team=team, others=users - team - 1))
    graph.write(WHO, team=team)
    for uid, role in READERS.values():
        graph.write("MATCH (u:User {uid: $uid}) SET u.role = $role", uid=uid, role=role)
    shipped = SHIPPED["viewer"]
    rows = {kind: {"read": Scope.ALL if kind == "user" else Scope.OWN} for kind in shipped.rows}
    change(graph, Author(), lambda made: change_role(made, replace(shipped, rows=rows, masked=True)))


def browsers(graph: Graph, app: Flask) -> dict[str, FlaskClient]:
    """Each reader's, signed in: it may ask pages and the API."""
    found = {}
    for name, (uid, _) in READERS.items():
        client = app.test_client()
        word = re.search(r'name="csrf" value="([^"]+)"', client.get("/sign-in").text)
        assert word
        sent = {"csrf": word[1], "token": create_token(graph, user=uid)}
        assert client.post("/sign-in", data=sent).status_code == 303
        found[name] = client
    return found


def ask(clients: dict[str, FlaskClient], question: str, rounds: int) -> list[dict[str, Any]]:
    """Median times of a question for each reader, in turns, and how much longer each takes than the first."""
    times: dict[str, list[float]] = {name: [] for name in clients}
    items = dict.fromkeys(clients, 0)
    for number in range(rounds + WARM_UP):
        for name, client in clients.items():
            start = time.perf_counter()
            answer = client.get(QUESTIONS[question])
            took = time.perf_counter() - start
            assert answer.status_code == 200, answer.text
            items[name] = len(answer.json["items"]) if answer.is_json else 1
            if number >= WARM_UP:
                times[name].append(took)
    ms = {name: median_ms(took) for name, took in times.items()}
    first = next(iter(ms.values()))
    return [
        {
            "asked": question,
            "sees": name,
            "items": items[name],
            "ms": ms[name],
            "ratio": round(ms[name] / first, 2),
        }
        for name in clients
    ]


def measure(graph: Graph, rounds: int, narrow: int) -> list[dict[str, Any]]:
    """Both halves, one after the other."""
    prepare(graph)
    app = create_app(Settings(secret_key="of this benchmark", requests_a_minute=0), graph)
    clients = browsers(graph, app)
    few = {name: clients[name] for name in ("all", "few")}
    usual = {name: client for name, client in clients.items() if name != "few"}
    rows = [row for question in QUESTIONS for row in told(ask(usual, question, rounds))]
    graph.console(TAKEN.format(narrow=narrow))
    return rows + [row for question in NARROW for row in told(ask(few, question, rounds))]


def told(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, printed."""
    for row in rows:
        print(f"{row['asked']:26}{row['sees']:6}{row['items']:5}{row['ms']:10.1f} ms{row['ratio']:7.2f}", flush=True)
    return rows


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("uri")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--narrow", type=int, default=1_000)
    parser.add_argument("--out", type=Path, default=Path("bench/out/access.json"))
    args = parser.parse_args()
    with Graph(args.uri, graph_auth(), timeout_s=600) as graph:
        rows = measure(graph, args.rounds, args.narrow)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
