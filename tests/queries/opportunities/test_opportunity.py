from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, TODAY, account, contact, job, opportunity, user

from graphcrm.access import Sight
from graphcrm.errors import InTrashError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.opportunities.opportunity import Opportunity
from graphcrm.queries.opportunities.opportunity import opportunity as one


@pytest.fixture
def deal(graph: Graph) -> Graph:
    """An opportunity of Alice's at Acme, in which Ada, who asked not to be contacted, decides."""
    user(graph, "alice", "Alice"), contact(graph, "ada", "Ada", do_not_contact=True), account(graph, "acme", "Acme")
    opportunity(
        graph, "o", "acme", "ada", owner="alice", amount=1.5, currency="EUR", expected_close=TODAY, rev=2, x_size="L",
        stage_since=NOW, trail=["first_contact 2024-06-01T00:00:00+00:00"],
    )  # fmt: skip
    graph.write("MATCH ()-[i:INVOLVES]->() SET i.role = 'decision_maker'")
    return graph


def test_it_comes_with_all_that_is_recorded(deal: Graph) -> None:
    assert one(deal, uid="o", on=TODAY) == Opportunity(
        uid="o", name="o", description=None, stage="first_contact", status="open", amount=1.5, currency="EUR",
        probability=None, expected_close=TODAY, won_reason=None, lost_reason=None, stage_since=NOW, closed_at=None,
        trail=["first_contact 2024-06-01T00:00:00+00:00"], rev=2, external_id=None, source=None, created_at=NOW,
        updated_at=NOW, deleted_at=None, custom=[["x_size", "L"]], account=["acme", "Acme"],
        contacts=[["ada", "Ada", "decision_maker", True]], left=[], owner=["alice", "Alice"],
    )  # fmt: skip
    assert one(deal, uid="o", on=date(2019, 12, 31)).owner is None


def test_it_is_seen_by_whose_it_is_and_tells_of_records_that_are_seen(deal: Graph) -> None:
    deal.write("MATCH (n:Contact|Account) SET n.owner = 'bob'")
    seen = one(deal.seen_by(Sight(accounts=("",), contacts=("",), opportunities=("alice",))), uid="o")
    assert (seen.account, seen.contacts) == (None, [])
    with pytest.raises(NotFoundError):
        one(deal.seen_by(Sight(opportunities=("bob", ""))), uid="o")


def test_hidden_fields_are_left_out(deal: Graph) -> None:
    hidden = one(deal.seen_by(Sight(hidden=frozenset({"opportunity.amount", "opportunity.x_size"}))), uid="o")
    assert (hidden.amount, hidden.custom) == (None, [])


def test_one_that_is_gone_or_in_the_trash_is_not_shown(deal: Graph) -> None:
    with pytest.raises(NotFoundError):
        one(deal, uid="none")
    deal.write("MATCH (o:Opportunity) SET o.deleted_at = $at", at=NOW)
    with pytest.raises(InTrashError):
        one(deal, uid="o")


@pytest.mark.parametrize(
    ("end", "on", "left"),
    [
        (None, TODAY, []),
        ("2024-06-01", date(2024, 5, 31), []),
        ("2024-06-01", TODAY, ["ada"]),
        ("2024-06", TODAY, []),  # it may be the last of the month
        ("2024-05", TODAY, ["ada"]),
    ],
)
def test_a_decision_maker_who_was_at_the_account_and_is_no_more_has_left(
    deal: Graph, end: str | None, on: date, left: list[str]
) -> None:
    assert one(deal, uid="o", on=on).left == []  # who never was there decides from elsewhere
    job(deal, "ada", "acme", start="2020", end=end)
    assert one(deal, uid="o", on=on).left == left
    deal.write("MATCH ()-[i:INVOLVES]->() SET i.role = 'buyer'")
    assert one(deal, uid="o", on=on).left == []


def test_whoever_is_back_or_has_another_job_there_has_not_left(deal: Graph) -> None:
    job(deal, "ada", "acme", start="2020", end="2022"), job(deal, "ada", "acme", start="2024-01")
    assert one(deal, uid="o", on=TODAY).left == []
    deal.write("MATCH ()-[w:WORKS_AT {start: '2024-01'}]->() DELETE w")
    assert one(deal, uid="o", on=TODAY).left == ["ada"]
    deal.write("MATCH (n:Account) SET n.owner = 'bob'")
    assert one(deal.seen_by(Sight(accounts=("",))), uid="o", on=TODAY).left == []
