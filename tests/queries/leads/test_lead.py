from __future__ import annotations

from datetime import date, timedelta

import pytest
from worlds import build
from worlds.build import NOW, TODAY

from graphcrm.access import Sight
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.leads.lead import Lead, lead


def assign(graph: Graph, user: str, start: date | None, end: date | None = None) -> None:
    graph.write(
        "MATCH (l:Lead {uid: 'l'}), (u:User {uid: $user}) CREATE (l)-[:ASSIGNED_TO {uid: randomUUID(), start: $start, end: $end}]->(u)",
        user=user, start=start, end=end,
    )  # fmt: skip


@pytest.fixture
def pool(graph: Graph) -> Graph:
    """A lead that is nobody's, and two users."""
    build.lead(graph, "l", "罗丽塔")
    build.user(graph, "alice", "Alice")
    build.user(graph, "bob", "Bob")
    return graph


def test_a_lead_comes_with_all_that_is_recorded(graph: Graph) -> None:
    build.lead(
        graph, "l", "Rita Novak", company_name="Acme Holding", title="Buyer", source_channel="展会", status="new",
        description="Asked for a price.", rev=2, external_id="L/1", source="fair", x_budget="10k",
    )  # fmt: skip
    build.handle(graph, "l", "email", "rita@acme.test", primary=True)
    found = lead(graph, uid="l", on=TODAY)
    assert found == Lead(
        uid="l", name="Rita Novak", company_name="Acme Holding", title="Buyer", source_channel="展会", status="new",
        description="Asked for a price.", owner=None, rev=2, external_id="L/1", source="fair", created_at=NOW,
        updated_at=NOW, deleted_at=None, custom=[["x_budget", "10k"]], handles=[["email", "rita@acme.test", None, True]],
        converted_to=[], tags=[],
    )  # fmt: skip


def test_what_a_lead_became_is_told_as_far_as_it_may_be_seen(graph: Graph) -> None:
    build.lead(graph, "l"), build.contact(graph, "c", "Rita"), build.account(graph, "a", "Acme", owner="bob")
    for n, uid in enumerate(("a", "c")):
        graph.write(
            "MATCH (l:Lead), (n {uid: $uid}) CREATE (l)-[:CONVERTED_TO {uid: $edge, at: $at}]->(n)",
            uid=uid, edge=f"E{n}", at=NOW,
        )  # fmt: skip
    found = lead(graph, uid="l", on=TODAY)
    assert [one[:3] for one in found.converted_to] == [["contact", "c", "Rita"], ["account", "a", "Acme"]]
    assert found.converted_on == NOW.date()
    mine = graph.seen_by(Sight(accounts=("alice",), contacts=None, leads=None))
    assert [one[1] for one in lead(mine, uid="l", on=TODAY).converted_to] == ["c"]


def test_a_lead_without_an_open_assignment_is_in_the_pool(pool: Graph) -> None:
    assert lead(pool, uid="l", on=TODAY).owner is None
    assign(pool, "bob", date(2020, 1, 1), date(2021, 1, 1))
    assert lead(pool, uid="l", on=TODAY).owner is None


def test_the_owner_is_the_one_of_the_day(pool: Graph) -> None:
    begun, ended = date(2024, 1, 1), date(2024, 3, 1)
    assign(pool, "bob", begun, ended)
    assign(pool, "alice", ended)
    days = (begun - timedelta(days=1), begun, ended - timedelta(days=1), ended, TODAY)
    assert [lead(pool, uid="l", on=day).owner for day in days] == [
        None, ["bob", "Bob"], ["bob", "Bob"], ["alice", "Alice"], ["alice", "Alice"],
    ]  # fmt: skip


def test_an_assignment_of_unknown_start_holds_until_it_ends(pool: Graph) -> None:
    assign(pool, "bob", None)
    assert lead(pool, uid="l", on=date(1990, 1, 1)).owner == ["bob", "Bob"]


@pytest.mark.parametrize("uid", ["nobody", "alice", ""])
def test_an_unknown_lead_is_not_found(pool: Graph, uid: str) -> None:
    with pytest.raises(NotFoundError) as refusal:
        lead(pool, uid=uid, on=TODAY)
    assert (refusal.value.detail, refusal.value.field) == (f"There is no lead {uid!r}.", "lead")
