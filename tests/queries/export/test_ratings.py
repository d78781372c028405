from __future__ import annotations

from functools import partial

import pytest
from worlds.build import contact, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.export.ratings import ratings

from .conftest import pages

FIRST = ("", "")
PAIRS = [("U1", "P1"), ("U1", "P10"), ("U1", "P2"), ("U10", "P1"), ("U2", "P1")]


@pytest.mark.parametrize("limit", [1, 2, 3, 9])
def test_pages_are_in_the_order_of_users_and_contacts_wherever_they_end(graph: Graph, limit: int):
    for uid in ("U2", "U10", "U1"):
        user(graph, uid)
    for uid in ("P2", "P10", "P1"):
        contact(graph, uid)
    for pair in reversed(PAIRS):
        rating(graph, *pair, 3)
    found = list(pages(partial(ratings, graph), first=FIRST, limit=limit))
    assert [(each.user, each.contact) for page in found for each in page] == PAIRS


def test_a_rating_comes_with_its_value_and_its_time_as_text(graph: Graph):
    user(graph, "U1"), contact(graph, "P1")
    rating(graph, "U1", "P1", 4, "2024-05-01T02:00:00+02:00")
    (found,) = ratings(graph, after=FIRST, limit=10)
    assert (found.props["value"], found.props["at"]) == (4, "2024-05-01T00:00:00Z")


def test_nothing_there_is_nothing_found(graph: Graph):
    assert ratings(graph, after=FIRST, limit=10) == []
