"""What every query for ties is asked, and what it has to keep to."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import NOW, account, contact, interaction, job, rating, user

from graphcrm import warmth
from graphcrm.dates import start_of_day
from graphcrm.graph import Graph
from graphcrm.queries.ties.tie import weigh
from graphcrm.queries.ties.tie_bound import TieBound
from graphcrm.queries.ties.tie_evidence import tie_evidence


def when(before: datetime = NOW, **asked: object) -> dict[str, object]:
    """The parameters that say when, and how far."""
    age = warmth.days_since_epoch(before) / warmth.TIE_HALF_LIFE_DAYS
    return {"before": before, "age": age, "on": before.astimezone(UTC).date(), "cap": 500, "limit": 100, **asked}


class TieRules:
    """Subclasses say how to ask, of alice's ties among others'."""

    def ties(self, graph: Graph, **asked: object) -> list[TieBound]:
        """Ask."""
        raise NotImplementedError

    @pytest.fixture
    def world(self, graph: Graph) -> Graph:
        """alice, with ann, who has been somewhere."""
        user(graph, "alice")
        contact(graph, "ann")
        account(graph, "place")
        job(graph, "ann", "place", start="2019-01-01", uid="ann-place")
        return graph

    def test_an_empty_graph_has_no_ties(self, graph: Graph) -> None:
        assert self.ties(graph) == []

    @pytest.mark.parametrize("direction", ["both", "out", "in"])
    def test_a_tie_is_as_strong_as_its_evidence(self, world: Graph, direction: str) -> None:
        interaction(world, "alice", "ann", "2024-03-01", direction=direction, participants=3)
        interaction(world, "alice", "ann", "2022-03-01", channel="email")
        interaction(world, "alice", "ann", "2022-04-01", participants=50)
        (tie,) = self.ties(world)
        (evidence,) = tie_evidence(world, pairs=[("alice", "ann")], before=NOW, limit=1)
        assert tie.most == pytest.approx(weigh(evidence, NOW).strength, abs=1e-12)

    def test_as_of_a_day_it_is_as_strong_as_what_lies_before(self, world: Graph) -> None:
        for at in ("2021-05-30", "2021-05-31T23:59:59+00:00", "2021-06-01T00:00:00+00:00", "2024-03-01"):
            interaction(world, "alice", "ann", at, direction="in" if at.endswith("30") else "both", participants=4)
        before = start_of_day(date(2021, 6, 1))
        (tie,) = self.ties(world, **when(before))
        (evidence,) = tie_evidence(world, pairs=[("alice", "ann")], before=before, limit=1)
        assert evidence.count == 2
        assert tie.most == pytest.approx(weigh(evidence, before).strength, abs=1e-12)

    def test_a_rating_is_worth_what_is_left_of_it(self, world: Graph) -> None:
        rating(world, "alice", "ann", 5, datetime(2022, 6, 2, tzinfo=UTC))
        assert [tie.most for tie in self.ties(world)] == [pytest.approx(0.85 / 2)]

    def test_a_tie_that_is_both_rated_and_met_is_listed_twice(self, world: Graph) -> None:
        interaction(world, "alice", "ann", "2024-05-01")
        rating(world, "alice", "ann", 5, "2024-05-01")
        assert [tie.contact for tie in self.ties(world)] == ["ann", "ann"]
        assert {tie.heat is None for tie in self.ties(world)} == {True, False}

    def test_ties_that_begin_at_the_moment_or_later_are_not_seen(self, world: Graph) -> None:
        interaction(world, "alice", "ann", NOW)
        rating(world, "alice", "ann", 5, NOW)
        assert self.ties(world) == []
        interaction(world, "alice", "ann", "2024-05-31T23:59:59.999999+00:00")
        assert len(self.ties(world)) == 1

    def test_a_users_own_contact_record_is_named(self, world: Graph) -> None:
        interaction(world, "alice", "ann", "2024-01-01")
        assert [tie.own for tie in self.ties(world)] == [None]
        contact(world, "me")
        world.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: 'me'}) CREATE (u)-[:IS]->(c)")
        assert [tie.own for tie in self.ties(world)] == ["me"]

    def test_how_near_a_contact_can_be_follows_from_where_they_worked(self, world: Graph) -> None:
        def near() -> float:
            (tie,) = self.ties(world)
            return tie.near

        def place(**props: object) -> None:
            world.write("MATCH (a:Account {uid: 'place'}) SET a += $props", props=props)

        interaction(world, "alice", "ann", "2024-01-01")
        assert near() == pytest.approx(0.7 * 0.7 * (50 / 500) ** 0.5)
        place(size_band="51-200")
        assert near() == pytest.approx(0.7 * 0.7 * (50 / 125.5) ** 0.5)
        place(employee_count=10)
        assert near() == pytest.approx(0.7 * 0.7)
        world.write("MATCH ()-[w:WORKS_AT {uid: 'ann-place'}]->() SET w.department = 'Sales'")
        assert near() == pytest.approx(0.7)
        (capped,) = self.ties(world, **when(cap=0))
        assert capped.near == 0
        place(placeholder=True)
        assert near() == 0


class TeamRules(TieRules):
    """What every query for the ties of all of us keeps to besides."""

    def test_every_active_users_ties_and_ratings_are_listed(self, world: Graph) -> None:
        user(world, "bob", active=None)
        user(world, "gone", active=False)
        interaction(world, "alice", "ann", "2024-01-01")
        rating(world, "bob", "ann", 2, "2024-01-01")
        interaction(world, "gone", "ann", "2024-01-01")
        rating(world, "gone", "ann", 5, "2024-01-01")
        assert {tie.user for tie in self.ties(world)} == {"alice", "bob"}
