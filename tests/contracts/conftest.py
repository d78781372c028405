from __future__ import annotations

import pytest

from conftest import empty
from graphcrm.graph import Graph
from worlds import skewed as world


def pytest_addoption(parser: pytest.Parser) -> None:
    """`python -m pytest tests/contracts/test_plans.py --record-db-hits` rewrites db_hits.json."""
    parser.addoption("--record-db-hits", action="store_true", help="rewrite tests/contracts/db_hits.json")


@pytest.fixture
def skewed(database: Graph) -> Graph:
    """The skewed graph, written again only where another test has emptied it. Do not write to it."""
    contacts = database.read("MATCH (c:Contact) RETURN count(c)", int)
    if contacts != [world.CONTACTS + 1]:
        empty(database)
        world.write(database)
    return database
