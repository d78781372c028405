from __future__ import annotations

import uuid

import pytest
from conftest import empty
from worlds import skewed as world

from graphcrm.graph import Graph


def pytest_addoption(parser: pytest.Parser) -> None:
    """`python -m pytest tests/contracts/test_plans.py --record-db-hits` rewrites db_hits-LINE.json."""
    parser.addoption("--record-db-hits", action="store_true", help="rewrite tests/contracts/db_hits-LINE.json")


@pytest.fixture(scope="session")
def stamp() -> str:
    """A word of this run: a world that an older run has left may be an older program's."""
    return uuid.uuid4().hex


@pytest.fixture
def skewed(database: Graph, stamp: str) -> Graph:
    """The skewed graph, written again only where another test has emptied it. Do not write to it."""
    if database.read("MATCH (t:Team {uid: 'each:Team'}) RETURN t.name", str) != [stamp]:
        empty(database)
        world.write(database, stamp)
    return database
