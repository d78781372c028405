from __future__ import annotations

import pytest
from worlds.build import account, contact, lead, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.person.tasks import tasks


@pytest.fixture
def busy(graph: Graph) -> Graph:
    """What Alice and Bob are to do about Ada, at Acme and Beta, and about Lea, a lead."""
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title())
    contact(graph, "ada", "Ada"), contact(graph, "bo", "Bo"), lead(graph, "lea", "Lea")
    account(graph, "acme", "Acme"), account(graph, "beta", "Beta", owner="bob")
    graph.write(
        "UNWIND [['call', 'alice', ['ada', 'beta', 'acme', 'bo']], ['write', 'bob', ['ada', 'lea']], ['none', 'bob', []]] "
        "AS row MATCH (u:User {uid: row[1]}) CREATE (t:Task {uid: row[0], name: row[0], owner: row[1], outcome: 'none'}) "
        "CREATE (t)-[:ASSIGNED_TO {uid: row[0], start: date('2024-01-01'), reason: 'words'}]->(u), (u)-[:STARRED]->(t) "
        "WITH t, row MATCH (n:Account|Contact|Lead) WHERE n.uid IN row[2] CREATE (t)-[:ABOUT]->(n)"
    )
    graph.write(
        "MATCH (t:Task {uid: 'call'}), (u:User {uid: 'bob'}) "
        "CREATE (t)-[:ASSIGNED_TO {uid: 'first', start: date('2023-01-01'), end: date('2024-01-01')}]->(u)"
    )
    return graph


def found(graph: Runner, label: str = "Contact", uid: str = "ada") -> list[tuple[str, list[str]]]:
    told = tasks(graph, label=label, uid=uid)
    return [(one.props["name"], [name for _, name in one.accounts]) for one in told]


def test_each_task_is_told_with_its_accounts_and_owners(busy: Graph) -> None:
    assert found(busy) == [("call", ["Acme", "Beta"]), ("write", [])]
    assert found(busy, "Lead", "lea") == [("write", [])]
    assert found(busy, "Lead") == found(busy, "Contact", "none") == []
    call = tasks(busy, label="Contact", uid="ada")[0]
    assert [(uid, name, props.get("reason")) for uid, name, props in call.owners] == [
        ("bob", "Bob", None), ("alice", "Alice", "words"),
    ]  # fmt: skip


@pytest.mark.parametrize("aside", [("Contact", "ada"), ("Task", "call"), ("Account", "beta"), ("User", "bob")])
def test_what_is_set_aside_is_told_too(busy: Graph, aside: tuple[str, str]) -> None:
    before = tasks(busy, label="Contact", uid="ada")
    set_aside(busy, label=aside[0], uid=aside[1])
    after = tasks(busy, label="Contact", uid="ada")
    assert [(one.props["uid"], one.accounts, [owner[:2] for owner in one.owners]) for one in after] == [
        (one.props["uid"], one.accounts, [owner[:2] for owner in one.owners]) for one in before
    ]


def test_what_may_not_be_seen_is_left_out(busy: Graph) -> None:
    assert found(busy.seen_by(Sight(tasks=("", "alice")))) == [("call", ["Acme", "Beta"])]
    assert found(busy.seen_by(Sight(accounts=("", "alice")))) == [("call", ["Acme"]), ("write", [])]
    busy.write("MATCH (n:Contact|Lead) SET n.owner = 'bob'")
    other = busy.seen_by(Sight(contacts=("", "alice"), leads=("", "alice")))
    assert found(other) == found(other, "Lead", "lea") == []
    hidden = tasks(busy.seen_by(Sight(hidden=frozenset({"task.outcome", "task.accounts"}))), label="Contact", uid="ada")
    assert [("outcome" in one.props, one.accounts) for one in hidden] == [(False, []), (False, [])]
