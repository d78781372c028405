from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphcrm.nodes import schema
from tests.faults.store import Store


@pytest.fixture
def store(tmp_path: Path, jars_dir: Path) -> Iterator[Store]:
    store = Store(tmp_path / "data", jars_dir)
    with store.graph() as graph:
        schema.install(graph)
    yield store
    store.server.stop()
