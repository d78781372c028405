from __future__ import annotations

import pytest

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.groups.groups import Group, all_groups, groups

from .conftest import AT


def test_ones_own_and_those_that_the_team_shares(team: Graph) -> None:
    assert groups(team, user="alice", sized=True) == [
        Group("own", "Own", False, 1, 1, "alice", "alice", AT, AT, 1),
        Group("theirs", "Theirs", True, 0, 0, "alice", "alice", AT, AT, 1),
    ]  # fmt: skip
    assert [one.uid for one in groups(team, user="bob")] == ["theirs"]
    assert [one.uid for one in groups(team, user="charlie")] == ["others"]
    assert groups(team, user="bob", uid="own") == groups(team, user="nobody") == []
    assert [one.uid for one in groups(team, user="alice", after="own", limit=1)] == ["theirs"]


def test_who_is_not_seen_is_not_counted(team: Graph) -> None:
    (own, _) = groups(team.seen_by(Sight(contacts=("",), accounts=("",))), user="alice", sized=True)
    assert (own.contacts, own.accounts) == (0, 1)
    (own, _) = groups(team, user="alice")
    assert (own.contacts, own.accounts) == (None, None)


def test_all_however_many_they_are(team: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphcrm.queries.groups.groups._PAGE", 1)
    assert [one.name for one in all_groups(team, user="alice")] == ["Own", "Theirs"]
    assert all_groups(team, user="nobody") == []
