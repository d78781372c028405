from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.odd_lifecycles import odd_lifecycles

GOOD = {"lifecycle": "customer", "lifecycle_trail": ["lead", "customer 2019-05"], "lifecycle_since": date(2019, 5, 1)}


def test_what_goes_together_is_no_finding(graph: Graph) -> None:
    account(graph, "a", **GOOD), contact(graph, "b", lifecycle="lead"), account(graph, "c")
    account(graph, "d", lifecycle_trail=["lead", "none 2020-01-02"], lifecycle_since=date(2020, 1, 2))
    assert odd_lifecycles(graph, limit=9) == []


@pytest.mark.parametrize(
    ("props", "what"),
    [
        ({"lifecycle": "lost"}, "it is lost, and came to customer 2019-05 last"),
        ({"lifecycle": None}, "it is none, and came to customer 2019-05 last"),
        ({"lifecycle_since": date(2019, 5, 2)}, "it came to customer 2019-05 last, and says another day"),
        ({"lifecycle_since": None}, "it came to customer 2019-05 last, and says another day"),
        ({"lifecycle_trail": None}, "it says since when it is so far, and not how far it was"),
    ],
)
def test_what_does_not_is_said(graph: Graph, props: dict[str, object], what: str) -> None:
    contact(graph, "a", **{**GOOD, **props})  # type: ignore[arg-type]
    assert odd_lifecycles(graph, limit=9) == [Found(["Contact a"], what)]
