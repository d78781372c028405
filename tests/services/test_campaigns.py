from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphcrm.access import SHIPPED, Reader
from graphcrm.errors import ForbiddenError, InvalidInputError, StaleError
from graphcrm.graph import Graph
from graphcrm.queries.campaigns.campaign import campaign as one_campaign
from graphcrm.services import kinds, trash, undo
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check

from .conftest import do, history


def make(graph: Graph, **values: Any) -> str:
    return do(graph, lambda made: kinds.create(made, "campaign", {"name": "Fair", **values}))


def test_one_is_of_who_makes_it_and_its_history_says_so(cast: Graph) -> None:
    uid = make(cast, kind="exhibition", start_on="2024-05-01", end_on="2024-05-03", cost="9.50", currency="chf")
    found = one_campaign(cast, uid=uid)
    assert (found.owner, found.kind, found.end_on, found.cost, found.currency) == (
        ["alice", "Alice"], "exhibition", date(2024, 5, 3), 9.5, "CHF",
    )  # fmt: skip
    assert [row[:2] for row in history(cast, uid, "campaign")] == [(1, "create")]
    assert check(cast) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"kind": "party"}, "kind"),
        ({"start_on": "2024-05-02", "end_on": "2024-05-01"}, "end_on"),
        ({"end_on": "2024-05-01"}, "start_on"),
        ({"cost": 5}, "currency"),
        ({"currency": "EUR"}, "cost"),
        ({"email": "a@b.example"}, "email"),
        ({"tags": ["VIP"]}, "tags"),
        ({"owner": "bob"}, "owner"),
    ],
)
def test_what_cannot_be_is_refused(cast: Graph, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        make(cast, **values)
    assert refused.value.field == field
    assert cast.read("MATCH (g:Campaign) RETURN g.uid", str) == []


def test_a_cost_that_is_emptied_takes_its_currency_along(cast: Graph) -> None:
    uid = make(cast, cost=5, currency="EUR")
    do(cast, lambda made: kinds.edit(made, "campaign", uid, {"cost": None}))
    found = one_campaign(cast, uid=uid)
    assert (found.cost, found.currency) == (None, None)
    with pytest.raises(StaleError):
        do(cast, lambda made: kinds.edit(made, "campaign", uid, {"name": "Other"}), expected=1)
    (last,) = cast.read("MATCH (r:Revision {action: 'change'}) RETURN r.change", str)
    do(cast, lambda made: undo.undo(made, last))
    assert one_campaign(cast, uid=uid).cost == 5


def test_it_goes_into_the_trash_and_comes_back_as_it_was(cast: Graph) -> None:
    uid = make(cast, place="Basel")
    do(cast, lambda made: trash.trash(made, "campaign", uid))
    do(cast, lambda made: trash.restore(made, "campaign", uid))
    found = one_campaign(cast, uid=uid)
    assert (found.place, found.owner) == ("Basel", ["alice", "Alice"])
    assert check(cast) == []


def test_who_may_not_change_one_does_not(cast: Graph) -> None:
    uid = make(cast)
    bob = Author("bob", reader=Reader("bob", SHIPPED["rep"]))
    with pytest.raises(ForbiddenError):
        change(cast, bob, lambda made: kinds.edit(made, "campaign", uid, {"name": "Mine"}))
    assert one_campaign(cast, uid=uid).name == "Fair"
