from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import assignment, contact, interaction, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.coverage.contacts_met import Met, contacts_met

SINCE, ON = datetime(2024, 5, 1, tzinfo=UTC), date(2024, 6, 1)


@pytest.fixture
def ours(graph: Graph) -> Graph:
    """Alice's are Ada, Bo, Cy and Di; Eve was hers until today."""
    for uid in ("alice", "bob"):
        user(graph, uid)
    for uid in ("ada", "bo", "cy", "di", "eve"):
        contact(graph, uid, uid.title())
    for uid in ("ada", "bo", "cy", "di"):
        owned(graph, uid, "alice")
    assignment(graph, "eve", "alice", start="2024-01-01", end="2024-06-01")
    return graph


def met(graph: Graph, *users: str, limit: int = 9) -> list[Met]:
    return contacts_met(graph, users=users or ("alice",), since=SINCE, on=ON, limit=limit)


def by_channel(one: Met) -> dict[str, int]:
    return {channel: number for channel, number in zip(CHANNELS, one.channels, strict=True) if number}


def test_whoever_of_us_had_to_do_with_them_counts_from_the_moment_on(ours: Graph) -> None:
    (
        interaction(ours, "bob", "ada", "2024-05-01", channel="call"),
        interaction(ours, "alice", "ada", "2024-05-09", channel="email"),
    )
    (
        interaction(ours, "alice", "ada", "2024-05-10", channel="call"),
        interaction(ours, "alice", "bo", "2024-05-10", channel="call"),
    )
    interaction(ours, "alice", "cy", "2024-04-30T23:59:59"), interaction(ours, "alice", "cy", "2024-01-01")
    (found,) = met(ours)
    assert (found.user, found.all, found.met, by_channel(found)) == ("alice", 4, 2, {"call": 2, "email": 1})
    assert found.named == [
        ("di", "Di", None), ("cy", "Cy", datetime(2024, 4, 30, 23, 59, 59, tzinfo=UTC)),
    ]  # fmt: skip
    assert met(ours, limit=1)[0].silent == [["di", "Di", None]]


def test_each_user_has_a_row_also_who_has_nothing(ours: Graph) -> None:
    rows = {one.user: (one.all, one.met, one.silent) for one in met(ours, "alice", "bob", "none", limit=0)}
    assert rows == {"alice": (4, 0, []), "bob": (0, 0, [])}


def test_only_who_is_seen_counts(ours: Graph) -> None:
    ours.write("MATCH (c:Contact) WHERE c.uid IN ['ada', 'bo'] SET c.owner = 'bob'")
    assert met(ours.seen_by(Sight(contacts=("", "alice"))))[0].all == 2


def test_of_a_user_with_many_a_part_is_looked_at(ours: Graph) -> None:
    (part,) = contacts_met(ours, users=["alice"], since=SINCE, on=ON, limit=9, most=3)
    assert (part.all, part.partial, met(ours)[0].partial) == (3, True, False)
