"""Checks on ../shared/data, which a newcomer's clone does not have: there they are left out, in CI they must run."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.shared)
            if not DATA.is_dir():
                item.add_marker(pytest.mark.skip(reason="no ../shared/data in this clone"))


@pytest.fixture(scope="session")
def openstack() -> Path:
    return DATA / "openstack"
