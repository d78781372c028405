from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from worlds.build import TODAY, interaction, lead, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.lists.lead_rows import lead_rows

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def rows(graph: Graph, *uids: str, on: date = TODAY) -> dict[str, Any]:
    before = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return {row.uid: row for row in lead_rows(graph, leads=uids, on=on, before=before, limit=10)}


def test_nothing_is_told_of_no_lead(graph: Graph) -> None:
    assert rows(graph) == rows(graph, "none") == {}


def test_the_owner_and_the_last_interaction_are_those_of_the_day(graph: Graph) -> None:
    lead(graph, "L"), lead(graph, "M"), user(graph, "U", "Uma"), owned(graph, "L", "U")
    interaction(graph, "U", "L", "2024-01-01T10:00:00"), interaction(graph, "U", "L", "2023-01-01T10:00:00")
    found = rows(graph, "L", "M")
    assert (found["L"].owner, found["L"].last.at.date(), found["L"].last.user_name) == (
        ("U", "Uma"),
        date(2024, 1, 1),
        "Uma",
    )
    assert (found["M"].owner, found["M"].last) == (None, None)
    assert rows(graph, "L", on=date(2024, 1, 1))["L"].last.at.date() == date(2023, 1, 1)


def test_who_sees_a_part_is_told_of_that_part(graph: Graph) -> None:
    (
        lead(graph, "L"),
        lead(graph, "M"),
        user(graph, "U"),
        user(graph, "V"),
        owned(graph, "L", "U"),
        owned(graph, "M", "V"),
    )
    seen = graph.seen_by(Sight(leads=("U",)))
    assert [row.uid for row in lead_rows(seen, leads=["L", "M"], on=TODAY, before=NOW, limit=10)] == ["L"]
