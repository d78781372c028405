from __future__ import annotations

import pytest
from worlds.build import account, contact, handle, interaction, job, lead, link, owned, rating, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.person.edges import edges


@pytest.fixture
def met(graph: Graph) -> Graph:
    """Ada works at Acme, reports to Bo, who is theirs, and has met and is owned by Alice; Lea is a lead."""
    contact(graph, "ada", "Ada"), contact(graph, "bo", "Bo", owner="bob"), lead(graph, "lea", "Lea")
    user(graph, "alice", "Alice", own="ada"), account(graph, "acme", "Acme")
    job(graph, "ada", "acme", start="2020", uid="job", title="Boss")
    handle(graph, "ada", "email", "ada@people.example")
    link(graph, "REPORTS_TO", "ada", "bo"), link(graph, "RELATED_TO", "bo", "ada")
    for day in ("2024-05-02", "2024-05-01"):
        interaction(graph, "alice", "ada", day, uid=day, notes="of the day")
    interaction(graph, "alice", "lea", "2024-05-03")
    rating(graph, "alice", "ada", 4), owned(graph, "ada", "alice"), owned(graph, "lea", "alice")
    graph.write("MATCH (c:Contact {uid: 'ada'}) CREATE (:Move {uid: 'job'})-[:FOR]->(c)")
    return graph


def found(graph: Runner, label: str = "Contact", uid: str = "ada") -> list[tuple[str, bool, str, str]]:
    return [(edge.type, edge.outgoing, edge.label, edge.name) for edge in edges(graph, label=label, uid=uid)]


ALL = [
    ("ASSIGNED_TO", True, "User", "Alice"), ("HAS_HANDLE", True, "Handle", "ada@people.example"),
    ("INTERACTED_WITH", False, "User", "Alice"), ("INTERACTED_WITH", False, "User", "Alice"), ("IS", False, "User", "Alice"),
    ("KNOWS", False, "User", "Alice"), ("RATES", False, "User", "Alice"), ("RELATED_TO", False, "Contact", "Bo"),
    ("REPORTS_TO", True, "Contact", "Bo"), ("WORKS_AT", True, "Account", "Acme"),
]  # fmt: skip


def test_every_edge_is_there_by_type_and_then_by_time(met: Graph) -> None:
    assert found(met) == ALL
    whole = edges(met, label="Contact", uid="ada")
    assert [edge.props["uid"] for edge in whole if edge.type == "INTERACTED_WITH"] == ["2024-05-01", "2024-05-02"]
    assert {edge.props.get("title") for edge in whole} == {None, "Boss"}


def test_a_lead_has_its_own(met: Graph) -> None:
    assert [edge[0] for edge in found(met, "Lead", "lea")] == ["ASSIGNED_TO", "INTERACTED_WITH"]
    assert found(met, "Lead") == found(met, "Contact", "lea") == []


def test_what_is_set_aside_keeps_its_type(met: Graph) -> None:
    set_aside(met, label="Contact", uid="ada")
    assert found(met) == [edge for edge in ALL if edge[0] != "KNOWS"]  # which is derived
    assert all("type" not in {name for name, value in edge.props.items() if value}
               for edge in edges(met, label="Contact", uid="ada"))  # fmt: skip


def test_what_leads_to_the_unseen_is_left_out(met: Graph) -> None:
    met.write("MATCH (a:Account) SET a.owner = 'bob'")
    seen = found(met.seen_by(Sight(accounts=("", "alice"), contacts=("", "alice"))))
    assert seen == [edge for edge in ALL if edge[3] not in {"Bo", "Acme"}]
    unseen = met.seen_by(Sight(contacts=("", "bob"), leads=("", "bob")))
    assert (found(unseen), found(unseen, "Lead", "lea")) == ([], [])
