from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, owned, user

from graphcrm.dates import Moment
from graphcrm.graph import Graph
from graphcrm.queries.accounts.interactions import interactions
from graphcrm.queries.accounts.timeline import timeline
from graphcrm.queries.accounts.turns import turns


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Acme, where Ann came, met Alice twice and left; Alice owns it."""
    account(graph, "acme"), account(graph, "beta"), contact(graph, "ann", "Ann"), user(graph, "alice", "Alice")
    job(graph, "ann", "acme", start="2020-01-01", end="2023-01-01"), job(graph, "ann", "beta", start="2023-01-01")
    interaction(graph, "alice", "ann", "2021-01-01"), interaction(graph, "alice", "ann", "2022-12-31T23:00:00")
    owned(graph, "acme", "alice")
    return graph


def test_nothing_happened_at_an_account_without_people(graph: Graph) -> None:
    account(graph, "acme")
    assert timeline(graph, account="acme", when=Moment(TODAY, NOW)) == ([], [])


@pytest.mark.parametrize("on", [date(2022, 12, 31), date(2023, 1, 1), TODAY])
@pytest.mark.parametrize("limit", [1, 25])
def test_it_is_what_both_queries_answer(acme: Graph, on: date, limit: int) -> None:
    before = datetime(on.year, on.month, on.day, tzinfo=UTC)
    found = timeline(acme, account="acme", when=Moment(on, before), limit=limit)
    assert found == (
        interactions(acme, account="acme", before=before, limit=limit),
        turns(acme, account="acme", on=on, limit=limit),
    )
    assert all(found)


def test_each_goes_on_after_its_own_key(acme: Graph) -> None:
    when = Moment(TODAY, NOW)
    (met, _), (came, *more) = timeline(acme, account="acme", when=when)
    rest = timeline(acme, account="acme", when=when, met_after=(met.at, met.key), turn_after=(came.day, came.key))
    assert ([one.at.year for one in rest[0]], rest[1]) == ([2021], more)
    assert more
