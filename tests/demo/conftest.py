from __future__ import annotations

from pathlib import Path

import pytest

from graphcrm.demo import WORLD_DATE, write_world

from .brute_force import World


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo world that `graphcrm demo` shows."""
    folder = tmp_path_factory.mktemp("world")
    write_world(folder)
    return folder


@pytest.fixture(scope="session")
def world(folder: Path) -> World:
    """Its rows, on the world's own day."""
    return World(folder, WORLD_DATE)
