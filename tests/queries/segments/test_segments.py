from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.segments.segments import Segment, segments

from .conftest import AT


def test_ones_own_and_those_that_the_team_shares(team: Graph) -> None:
    own = segments(team, user="alice")
    assert own == [
        Segment("own", "Own", "contact", "[]", False, ["2026-02-27 3", "2026-02-28 4"], "alice", "alice", AT, AT, 1),
        Segment("theirs", "Theirs", "account", "[]", True, ["2026-02-28 9"], "alice", "alice", AT, AT, 1),
    ]  # fmt: skip
    (shared,) = segments(team, user="bob")
    assert (shared.uid, shared.sizes, shared.owner) == ("theirs", [], "alice")
    assert [one.uid for one in segments(team, user="charlie")] == ["others"]


def test_one_of_a_kind_and_page_by_page(team: Graph) -> None:
    assert [one.uid for one in segments(team, user="alice", uid="own")] == ["own"]
    assert segments(team, user="bob", uid="own") == segments(team, user="alice", uid="gone") == []
    assert [one.uid for one in segments(team, user="alice", kind="account")] == ["theirs"]
    assert [one.uid for one in segments(team, user="alice", after="own", limit=1)] == ["theirs"]
    assert segments(team, user="nobody") == []
