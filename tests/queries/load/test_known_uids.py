from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.load.known_uids import known_uids


@pytest.mark.parametrize(
    ("label", "expected"),
    [("User", {"U1", "U2"}), ("Contact", {"C1", "C2"}), ("Account", {"A1"}), ("Lead", {"L1"}), ("Team", set())],
)
def test_only_uids_of_records_of_that_label_are_known(cast: Graph, label: str, expected: set[str]):
    uids = ["U1", "U2", "C1", "C2", "A1", "L1", "X"]
    assert set(known_uids(cast, label=label, uids=uids)) == expected


def test_nothing_asked_is_nothing_known(cast: Graph):
    assert known_uids(cast, label="User", uids=[]) == []
