"""The plans of a server that has nothing in its store yet, and no statistics: what is imported then is searched so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from conftest import probe

from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.runtime import LocalNeo4j

from .catalogue_rules import QUERIES, RELATIONSHIP_INDEXES
from .test_catalogue import operators


@pytest.fixture(scope="module")
def first_plans(tmp_path_factory: pytest.TempPathFactory, jars_dir: Path) -> Iterator[dict[str, set[str]]]:
    """The operators of every query by its name, on a server of its own: another's has met data before."""
    home = tmp_path_factory.mktemp("first") / "home"
    small = {"heap_mb": 256, "page_cache_mb": 64, "fast_start": True, "usual_port": False}
    local = LocalNeo4j(probe=probe, home=home, jars_dir=jars_dir, **small)
    with local as server:
        auth = (server.username, server.password)
        with Graph(server.uri, auth) as graph:
            schema.install(graph)
        with (
            neo4j.GraphDatabase.driver(server.uri, auth=auth, notifications_min_severity="OFF") as driver,
            driver.session() as session,
        ):
            plans = {query.name: session.run("EXPLAIN " + query.text, query.dummies()).consume() for query in QUERIES}
        yield {name: set(operators(summary.plan)) for name, summary in plans.items()}


def test_no_plan_reads_a_whole_index_of_edges_without_a_reason(first_plans: dict[str, set[str]]) -> None:
    found = {
        name: {operator for operator in operators if "RelationshipIndex" in operator}
        for name, operators in first_plans.items()
    }
    assert {name: operators for name, operators in found.items() if operators} == RELATIONSHIP_INDEXES
