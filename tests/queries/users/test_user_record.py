from __future__ import annotations

import pytest
from worlds import build
from worlds.build import NOW

from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.users.user_record import UserRecord, user_record


def test_a_user_comes_with_all_that_is_recorded(graph: Graph) -> None:
    build.contact(graph, "c", "Alice King")
    build.user(
        graph, "u", "Alice", own="c", email="alice@us.test", role="rep", team="North", locale="zh", timezone="Asia/Shanghai",
        rev=5, x_desk="4",
    )  # fmt: skip
    build.handle(graph, "u", "email", "alice@us.test")
    assert user_record(graph, uid="u") == UserRecord(
        uid="u", name="Alice", email="alice@us.test", role="rep", active=True, team="North", own=["c", "Alice King"],
        locale="zh",
        timezone="Asia/Shanghai", digest=None, rev=5, external_id=None, source=None, created_at=NOW, updated_at=NOW, deleted_at=None,
        custom=[["x_desk", "4"]], handles=[["email", "alice@us.test", None, False]],
    )  # fmt: skip


def test_a_user_who_has_left_is_still_found(graph: Graph) -> None:
    build.user(graph, "u", "Zoe", active=False)
    build.user(graph, "v", "Uma", active=None)
    assert not user_record(graph, uid="u").active
    assert user_record(graph, uid="v").active


@pytest.mark.parametrize("uid", ["nobody", "ann"])
def test_an_unknown_user_is_not_found(graph: Graph, uid: str) -> None:
    build.contact(graph, "ann")
    with pytest.raises(NotFoundError) as refusal:
        user_record(graph, uid=uid)
    assert (refusal.value.detail, refusal.value.field) == (f"There is no user {uid!r}.", "user")
