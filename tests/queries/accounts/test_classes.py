from __future__ import annotations

from worlds.build import NOW, account, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.accounts.classes import classes


def test_accounts_are_counted_by_each_class(graph: Graph) -> None:
    assert classes(graph) == {"value_band": [], "size_band": [], "industry": [], "region": []}
    for uid, value in (("a", "B"), ("b", "B"), ("c", "A"), ("d", None)):
        account(graph, uid, value_band=value, industry="Steel")
    account(graph, "free", placeholder=True, value_band="A"), account(graph, "gone", deleted_at=NOW, value_band="A")
    found = classes(graph)
    assert found["value_band"] == [("B", 2), ("A", 1), (None, 1)]
    assert (found["industry"], found["region"]) == ([("Steel", 4)], [(None, 4)])
    assert classes(graph, limit=1)["value_band"] == [("B", 2)]


def test_what_somebody_does_not_see_is_not_counted(graph: Graph) -> None:
    user(graph, "bob"), account(graph, "a", value_band="A"), account(graph, "b", value_band="A")
    owned(graph, "a", "bob")
    assert classes(graph.seen_by(Sight(accounts=("",))))["value_band"] == [("A", 1)]
    assert "value_band" not in classes(graph.seen_by(Sight(hidden=frozenset({"account.value_band"}))))
