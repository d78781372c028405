from __future__ import annotations

import pytest
from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.changes.rival_primaries import rival_primaries


@pytest.fixture
def ada(graph: Graph) -> Graph:
    """Ada's primary job at Acme since 2020."""
    account(graph, "acme"), account(graph, "beta"), contact(graph, "ada")
    job(graph, "ada", "acme", start="2020-01-01", uid="first", primary=True)
    return graph


def rivals(graph: Graph) -> dict[str, list[str]]:
    around = (("Account", "acme"), ("Account", "beta"), ("Contact", "ada"))
    return {uid: rival_primaries(graph, label=label, uid=uid) for label, uid in around}


def test_the_job_of_a_restored_account_gives_way_and_of_a_restored_contact_the_earlier_one(ada: Graph) -> None:
    job(ada, "ada", "beta", start="2022-01-01", uid="second", primary=True)
    assert rivals(ada) == {"acme": ["first"], "beta": ["second"], "ada": ["first"]}


@pytest.mark.parametrize(
    "other",
    [
        {"start": "2018-01-01", "end": "2020-01-01", "primary": True},  # it ends on the day on which the first begins
        {"start": "2022-01-01"},
        {"start": "2022-01-01", "primary": True, "carried_from": "first"},
        {"start": None, "primary": True},  # nobody knows of a day on which it holds
    ],
    ids=["before", "not primary", "carried over", "unknown"],
)
def test_jobs_that_are_no_rivals_keep_what_they_are(ada: Graph, other: dict[str, object]) -> None:
    job(ada, "ada", "beta", uid="second", **{**other, **({"end": "2019"} if other["start"] is None else {})})
    assert rivals(ada) == {"acme": [], "beta": [], "ada": []}
