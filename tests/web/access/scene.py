"""One of each thing for each owner: me, a mate of my team, somebody of another team, and nobody.

`A-me` is the account that is mine, `C-mate` the contact that is my mate's, `L-other`, `D-me` (a task), `O-me` (an opportunity), `B-me` (a contract), `R-me` (an order), `Q-me` (a service request), `G-me` (a campaign) and `U-nobody` and so on; `T-…`
before a uid says that it is in the trash. A contact has a job (J), a link (K), an assignment (S) and an interaction (E),
which its owner had with it, and my mate with what nobody owns.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from conftest import empty
from worlds import build

from graphcrm.graph import Graph, Runner

OWNERS = ("me", "mate", "other", "nobody")
TEAMS = {"me": "North", "mate": "North", "other": "South"}
PREFIXES = {
    "account": "A", "contact": "C", "lead": "L", "opportunity": "O", "contract": "B", "order": "R",
    "service_request": "Q", "campaign": "G", "task": "D", "user": "U",
}  # fmt: skip


def begin(graph: Graph) -> Scene:
    """Write it, where there may be anything, and remember it."""
    empty(graph)
    graph.transaction(_write)
    nodes = graph.read("MATCH (n) WHERE NOT n:SchemaVersion RETURN labels(n)[0], properties(n)", lambda *row: row)
    edges = graph.read(
        "MATCH (a)-[e]->(b) RETURN labels(a)[0], type(e), labels(b)[0], a.uid, b.uid, properties(e)", lambda *row: row
    )
    return Scene(_grouped(nodes, 1), _grouped(edges, 3))


def _grouped(rows: list[tuple[Any, ...]], keys: int) -> dict[tuple[str, ...], list[list[Any]]]:
    found: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    for row in rows:
        found[row[:keys]].append(list(row[keys:]))
    return found


@dataclass(frozen=True)
class Scene:
    """The scene as it was written: nodes by label, edges by the labels of their ends and their type."""

    nodes: dict[tuple[str, ...], list[list[Any]]]
    edges: dict[tuple[str, ...], list[list[Any]]]

    def write(self, graph: Graph, role: str) -> None:
        """Write it anew, in a few queries, with everybody's tokens; I have a role, and every role is as shipped."""
        graph.transaction(self._write)
        graph.write("MATCH (u:User {uid: 'me'}) SET u.role = $role", role=role)

    def _write(self, tx: Runner) -> None:
        tx.write("MATCH (n) WHERE NOT n:ApiToken AND NOT n:SchemaVersion DETACH DELETE n")
        for (label,), rows in self.nodes.items():
            tx.write(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row[0]", rows=rows)
        for (start, kind, end), rows in self.edges.items():
            tx.write(
                f"UNWIND $rows AS row MATCH (a:{start} {{uid: row[0]}}), (b:{end} {{uid: row[1]}}) "
                f"CREATE (a)-[e:{kind}]->(b) SET e = row[2]",
                rows=rows,
            )
        tx.write("MATCH (t:ApiToken) MATCH (u:User {uid: 'me'}) CREATE (u)-[:HAS_TOKEN]->(t)")


def _write(graph: Runner) -> None:
    for uid, team in TEAMS.items():
        build.user(graph, uid, team=team, email=f"{uid}@us.example", role="rep")
    build.account(graph, "hub"), build.contact(graph, "boss")
    for owner in OWNERS:
        for trash in ("", "T-"):
            gone = {"deleted_at": build.NOW} if trash else {}
            build.account(graph, f"{trash}A-{owner}", **gone)
            build.contact(graph, f"{trash}C-{owner}", **gone)
            build.lead(graph, f"{trash}L-{owner}", status="new", **gone)
            build.task(graph, f"{trash}D-{owner}", None, *([] if trash else [f"C-{owner}"]), **gone)
            build.opportunity(
                graph, f"{trash}O-{owner}", None if trash else f"A-{owner}", *([] if trash else [f"C-{owner}"]), **gone
            )
            ends = () if trash else (f"A-{owner}", f"C-{owner}")
            build.contract(graph, f"{trash}B-{owner}", *ends, **gone)
            build.order(graph, f"{trash}R-{owner}", *ends, **gone)
            build.service_request(graph, f"{trash}Q-{owner}", *ends, **gone)
            build.campaign(graph, f"{trash}G-{owner}", **gone)
            build.user(graph, f"{trash}U-{owner}", email=f"{trash}{owner}@them.example", role="rep", **gone)
            if owner != "nobody":
                for prefix in "ACLDOBRQG":
                    build.owned(graph, f"{trash}{prefix}-{owner}", owner)
        for prefix in "ACL":
            build.handle(graph, f"{prefix}-{owner}", "email", f"{owner}@people.example")
        build.job(graph, f"C-{owner}", "hub", start="2020", uid=f"J-{owner}", rev=1)
        build.link(graph, "REPORTS_TO", f"C-{owner}", "boss", start="2020", uid=f"K-{owner}")
        build.lead(graph, f"P-{owner}")  # whose assignment is over or to come is nobody's
        if owner != "nobody":
            build.assignment(graph, f"P-{owner}", owner, start="2000-01-01", end="2000-02-01", uid=f"S-{owner}")
            graph.write("MATCH (p {uid: $uid}) SET p.owner = $owner", uid=f"P-{owner}", owner=owner)
        asker = "mate" if owner == "nobody" else owner
        build.introduction(graph, f"I-{owner}", asker, [f"C-{owner}"], "hub")
        build.interaction(
            graph, "mate" if owner == "nobody" else owner, f"C-{owner}", "2024-01-01", uid=f"E-{owner}", rev=1
        )
