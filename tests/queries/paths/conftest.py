from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import empty
from worlds import skewed as world

from graphcrm.graph import Graph


@pytest.fixture(scope="module")
def large(database: Graph) -> Iterator[Graph]:
    """The skewed graph, once for a module that writes nothing."""
    empty(database)
    world.write(database, "large")
    yield database
    empty(database)
