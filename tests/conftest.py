"""A real Neo4j for every graph test, found in this order:

1. GRAPHCRM_TEST_NEO4J_URI (with NEO4J_USERNAME and NEO4J_PASSWORD): a server of yours. ITS DATA IS WIPED.
2. A testcontainer, where a Docker engine answers.
3. The managed local server, in a temporary folder; its jars are fetched once and kept in GRAPHCRM_TEST_CACHE.

Each test that asks for `graph` starts from an empty graph with the schema installed and builds its world inline or
from tests/worlds/.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from graphcrm.graph import Graph
from graphcrm.nodes import schema


@pytest.fixture(scope="session")
def database() -> Iterator[Graph]:
    """One server for the whole run."""
    uri = os.environ["GRAPHCRM_TEST_NEO4J_URI"]
    auth = (os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    with Graph(uri, auth) as graph:
        schema.install(graph)
        yield graph


@pytest.fixture
def graph(database: Graph) -> Graph:
    """An empty graph with the schema installed."""
    empty(database)
    return database


def empty(graph: Graph) -> None:
    """Delete everything but the schema."""
    graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")
