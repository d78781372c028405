from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import attendance, campaign, contact, interaction, lead, opportunity, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.campaigns.effect import Effect, Sum, effect, sums

MAY = datetime(2024, 5, 10, tzinfo=UTC)


@pytest.fixture
def fair(graph: Graph) -> Graph:
    """The fair of 1 to 3 May 2024; Ada, Bo, Cy and the leads Lea and Lou came to it, Di was invited."""
    user(graph, "alice")
    campaign(graph, "fair", end_on=date(2024, 5, 3))
    for uid in ("ada", "bo", "cy", "di"):
        contact(graph, uid)
        attendance(graph, "fair", uid, "invited" if uid == "di" else "attended")
    for uid in ("lea", "lou"):
        lead(graph, uid)
        attendance(graph, "fair", uid)
    return graph


def counted(graph: Graph, **asked: int) -> tuple[int, int, int, int]:
    found = effect(graph, campaign="fair", **{"days": 30, **asked})
    assert found
    return found.people, found.met, found.newly, found.converted


def test_nothing_followed(fair: Graph) -> None:
    assert effect(fair, campaign="fair", days=30) == Effect(5, 0, 0, 0, [], [])
    campaign(fair, "some", start_on=None), campaign(fair, "empty")
    assert effect(fair, campaign="some", days=30) is None
    assert effect(fair, campaign="none", days=30) is None
    assert effect(fair, campaign="empty", days=30) == Effect(0, 0, 0, 0, [], [])


@pytest.mark.parametrize(
    ("at", "met"),
    [
        ("2024-05-03T23:59:59", 0),
        ("2024-05-04", 1),
        ("2024-06-02T23:59:59", 1),
        ("2024-06-03", 0),
    ],
)
def test_after_it_is_from_the_day_after_the_last_on(fair: Graph, at: str, met: int) -> None:
    interaction(fair, "alice", "ada", at)
    interaction(fair, "alice", "di", "2024-05-10")  # who did not come
    assert counted(fair) == (5, met, met, 0)


@pytest.mark.parametrize(
    ("at", "newly"), [("2024-03-31T23:59:59", 1), ("2024-04-01", 0), ("2024-04-30T23:59:59", 0), ("2024-05-01", 1)]
)
def test_not_before_is_within_as_many_days_before_the_first(fair: Graph, at: str, newly: int) -> None:
    interaction(fair, "alice", "ada", "2024-05-10"), interaction(fair, "alice", "ada", at)
    assert counted(fair) == (5, 1, newly, 0)


def test_a_lead_and_the_contact_that_it_became_are_one(fair: Graph) -> None:
    fair.write(
        "MATCH (l:Lead {uid: 'lea'}), (c:Contact {uid: 'ada'}) "
        "CREATE (l)-[:CONVERTED_TO {uid: 'v', at: datetime('2024-05-20T00:00Z')}]->(c)"
    )
    interaction(fair, "alice", "lea", "2024-05-10")
    assert counted(fair) == (4, 1, 1, 1)
    interaction(fair, "alice", "ada", "2024-04-10")  # the contact was met before, the lead after
    assert counted(fair) == (4, 1, 0, 1)
    fair.write("MATCH ()-[i:INTERACTED_WITH]->(:Contact) DELETE i")
    fair.write("MATCH ()-[v:CONVERTED_TO]->() SET v.at = datetime('2024-04-30T23:00Z')")
    assert counted(fair) == (4, 1, 1, 0)


def test_who_came_as_the_contact_that_a_lead_became_was_converted_and_met_as_the_lead_too(fair: Graph) -> None:
    lead(fair, "liv")
    fair.write(
        "MATCH (l:Lead {uid: 'liv'}), (c:Contact {uid: 'ada'}) "
        "CREATE (l)-[:CONVERTED_TO {uid: 'v', at: datetime('2024-05-02T00:00Z')}]->(c)"
    )
    interaction(fair, "alice", "liv", "2024-05-10")
    assert counted(fair) == (5, 1, 1, 1)
    assert counted(fair.seen_by(Sight(leads=()))) == (3, 0, 0, 0)


def test_what_was_opened_and_won_since_counts_once_and_by_currency(fair: Graph) -> None:
    old = {"trail": ["needs 2024-04-30T23:00:00+00:00"], "created_at": MAY}
    new = {"trail": ["needs 2024-05-01T00:00:00+00:00"], "created_at": datetime(2024, 1, 1, tzinfo=UTC)}
    won = {"status": "won", "closed_at": MAY}
    opportunity(fair, "a", None, "ada", "bo", amount=10.0, currency="EUR", **new)
    opportunity(fair, "b", None, "bo", amount=5.0, currency="EUR", created_at=MAY, **won)
    opportunity(fair, "c", None, "cy", amount=7.0, currency="CNY", **old, **won)
    opportunity(fair, "d", None, "cy", **old)
    opportunity(fair, "e", None, "di", amount=99.0, currency="EUR", **new)
    opportunity(fair, "f", None, "cy", **new)
    found = effect(fair, campaign="fair", days=30)
    assert found
    assert sums(found.opened) == [Sum("EUR", 2, 15.0), Sum(None, 1, None)]
    assert sums(found.won) == [Sum("CNY", 1, 7.0), Sum("EUR", 1, 5.0)]
    seen = effect(fair.seen_by(Sight(opportunities=())), campaign="fair", days=30)
    assert seen
    assert (seen.opened, seen.won) == ([], [])
    bare = effect(fair.seen_by(Sight(hidden=frozenset({"opportunity.amount"}))), campaign="fair", days=30)
    assert bare
    assert sums(bare.opened) == [Sum("EUR", 2, None), Sum(None, 1, None)]


def test_only_who_is_seen_counts(fair: Graph) -> None:
    interaction(fair, "alice", "ada", "2024-05-10")
    fair.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = 'bob'")
    assert counted(fair.seen_by(Sight(contacts=("", "alice"), leads=()))) == (2, 0, 0, 0)
    assert effect(fair.seen_by(Sight(campaigns=())), campaign="fair", days=30) is None
    assert counted(fair, most=2)[0] == 2
