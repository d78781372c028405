from __future__ import annotations

from worlds.build import account, contact

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.person.moves import moves


def test_moves_are_told_with_the_accounts_that_may_be_seen(graph: Graph) -> None:
    contact(graph, "P", owner="U1"), contact(graph, "Q")
    account(graph, "A", "Acme"), account(graph, "B", "Beta", owner="U2")
    graph.write(
        "UNWIND [['2024', 'B'], ['2020-03', 'A']] AS row MATCH (c:Contact {uid: 'P'}), (a:Account {uid: row[1]}), "
        "(b:Account {uid: 'B'}) CREATE (m:Move {uid: row[0], effective_on: row[0], rev: 1})-[:FOR]->(c), "
        "(m)-[:LEFT]->(a), (m)-[:JOINED]->(b)"
    )

    def found(runner: Runner, contact: str = "P") -> list[tuple[str, list[str], list[str]]]:
        return [
            (move.props["effective_on"], [name for _, name in move.left], [name for _, name in move.joined])
            for move in moves(runner, contact=contact)
        ]

    assert found(graph) == [("2020-03", ["Acme"], ["Beta"]), ("2024", ["Beta"], ["Beta"])]
    assert found(graph, "Q") == []
    assert found(graph.seen_by(Sight(accounts=("", "U1")))) == [("2020-03", ["Acme"], []), ("2024", [], [])]
    assert found(graph.seen_by(Sight(contacts=("", "U2")))) == []
