from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from worlds.build import NOW, TODAY, account, contact, contract, interaction, job, opportunity, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.accounts.potential import potential


@pytest.fixture
def world(graph: Graph) -> Graph:
    """Acme has one open and one won, a contract that runs, and Ada; of its industry Beta won two and lost one."""
    user(graph, "alice", "Alice"), contact(graph, "ada", "Ada"), contact(graph, "bo", "Bo")
    account(graph, "acme", "Acme", industry="Steel", employee_count=70, size_band="51-200")
    account(graph, "beta", "Beta", industry="Steel", owner="bob"), account(graph, "other", "Other", industry="Wood")
    opportunity(graph, "open", "acme"), opportunity(graph, "won", "acme", status="won")
    for uid, to, status in (
        ("b1", "beta", "won"),
        ("b2", "beta", "won"),
        ("b3", "beta", "lost"),
        ("o", "other", "won"),
    ):
        opportunity(graph, uid, to, status=status)
    contract(graph, "runs", "acme", start="2024", end="2024-06-02")
    contract(graph, "over", "acme", end="2024-06-01"), contract(graph, "later", "acme", start="2024-06-02")
    contract(graph, "draft", "acme", status="draft")
    job(graph, "ada", "acme", start="2020"), job(graph, "bo", "acme", start="2020", end="2024-06-01")
    interaction(graph, "alice", "ada", "2024-05-01"), interaction(graph, "alice", "bo", "2024-05-30")
    return graph


def test_what_speaks_for_an_account_is_counted(world: Graph) -> None:
    found = potential(world, uid="acme", on=TODAY, before=NOW)
    assert found
    assert (found.employee_count, found.size_band, found.industry) == (70, "51-200", "Steel")
    assert (found.others_won, found.others_lost, found.open, found.won, found.contracts) == (2, 1, 1, 1, 1)
    assert found.last_at == datetime(2024, 5, 1, tzinfo=UTC)


def test_of_an_account_of_which_nothing_is_known_there_is_nothing(world: Graph) -> None:
    account(world, "new")
    found = potential(world, uid="new", on=TODAY, before=NOW)
    assert found
    assert (found.industry, found.others_won, found.open, found.contracts, found.last_at) == (None, 0, 0, 0, None)
    assert potential(world, uid="none", on=TODAY, before=NOW) is None


def test_what_may_not_be_seen_is_not_counted(world: Graph) -> None:
    few = Sight(accounts=("",), opportunities=("nobody",), contracts=(), contacts=())
    found = potential(world.seen_by(few), uid="acme", on=TODAY, before=NOW)
    assert found
    assert (found.others_won, found.open, found.won, found.contracts, found.last_at) == (0, 0, 0, 0, None)
    assert potential(world.seen_by(Sight(accounts=("alice",))), uid="acme", on=TODAY, before=NOW) is None


def test_a_contract_runs_up_to_its_end(world: Graph) -> None:
    counted = [potential(world, uid="acme", on=TODAY + timedelta(days=days), before=NOW) for days in (-1, 0, 1)]
    assert [one and one.contracts for one in counted] == [2, 1, 1]
    assert NOW.date() == TODAY


def test_what_lies_ahead_and_what_one_did_with_oneself_is_no_last_contact(world: Graph) -> None:
    user(world, "ada-too", "Ada", own="ada")
    interaction(world, "ada-too", "ada", NOW - timedelta(hours=1)), interaction(world, "alice", "ada", "2030-01-01")
    found = potential(world, uid="acme", on=TODAY, before=NOW)
    assert found
    assert found.last_at == datetime(2024, 5, 1, tzinfo=UTC)
