from __future__ import annotations

import pytest
from worlds.build import account, contact, interaction, job, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.interactions.parts import parts


@pytest.fixture
def world(graph: Graph) -> Graph:
    """Alice met Ada, who was at Acme from 2020 on and on the board of Bolt, and the lead Lea."""
    user(graph, "U1", "Alice")
    contact(graph, "C1", "Ada")
    lead(graph, "L1", "Lea")
    account(graph, "A1", "Acme")
    account(graph, "B1", "Bolt")
    job(graph, "C1", "A1", start="2020-01-01", end="2022-01-01", primary=True)
    job(graph, "C1", "B1", start="2021-01-01", kind="board")
    return graph


def test_every_pair_comes_once_with_its_names(world: Graph) -> None:
    for person in ("C1", "L1"):
        interaction(world, "U1", person, "2021-05-01", event="E1", subject="Hello")
    found = parts(world, event="E1")
    assert [(part.user, part.user_name, part.type, part.person, part.person_name, part.employer_name) for part in found] == [
        ("U1", "Alice", "contact", "C1", "Ada", "Acme"), ("U1", "Alice", "lead", "L1", "Lea", None),
    ]  # fmt: skip
    assert found[0].props["subject"] == "Hello"
    assert parts(world, event="none") == []


@pytest.mark.parametrize(
    ("day", "employer"),
    [("2019-12-31", None), ("2020-01-01", "A1"), ("2021-12-31", "A1"), ("2022-01-01", "B1")],
)
def test_the_employer_is_that_of_the_day_the_primary_one_first(world: Graph, day: str, employer: str | None) -> None:
    interaction(world, "U1", "C1", f"{day}T23:59:59", event="E1")
    assert [part.employer for part in parts(world, event="E1")] == [employer]


def test_a_job_that_was_carried_over_is_no_employer(world: Graph) -> None:
    world.write("MATCH ()-[w:WORKS_AT]->() SET w.carried_from = 'another'")
    interaction(world, "U1", "C1", "2021-05-01", event="E1")
    assert [part.employer for part in parts(world, event="E1")] == [None]
