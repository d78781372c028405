"""A world with one bridge, and what every search for former colleagues keeps to.

alice ══ cora ··· past, [2015-01-01, 2018-01-01) ··· tom ── target, [2020-01-01, 2023-01-01)
"""

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, account, contact, interaction, job, user

from graphcrm import warmth
from graphcrm.graph import Graph, Runner

ON = date(2022, 1, 1)
AGE = warmth.days_since_epoch(NOW) / warmth.TIE_HALF_LIFE_DAYS
EVERYTHING = 10**9

Pairs = set[tuple[str | None, str]]


def bridge(graph: Runner) -> None:
    """Write it."""
    for uid in ("past", "target", "other"):
        account(graph, uid)
    for uid in ("cora", "tom", "zed"):
        contact(graph, uid)
    job(graph, "cora", "past", start="2015-01-01", end="2018-01-01", uid="cora-past")
    job(graph, "tom", "past", start="2015-01-01", end="2018-01-01", uid="tom-past")
    job(graph, "tom", "target", start="2020-01-01", end="2023-01-01", uid="tom-target")
    user(graph, "alice")
    interaction(graph, "alice", "cora", "2010-01-01")


def stint(graph: Graph, uid: str, **props: object) -> None:
    """Change a stint."""
    graph.write("MATCH ()-[w:WORKS_AT {uid: $uid}]->() SET w += $props", uid=uid, props=props)


class FormerColleagueRules:
    """Subclasses say how to ask; `found` answers with (connector, target contact)."""

    def found(self, graph: Graph, *, on: date = ON, cap: int = 500, limit: int = 100) -> Pairs:
        """Ask."""
        raise NotImplementedError

    def bounds(self, graph: Graph) -> list[float]:
        """The bounds of what is found."""
        raise NotImplementedError

    def test_an_empty_graph_has_none(self, graph: Graph) -> None:
        assert self.found(graph) == set()

    def test_a_former_colleague_of_somebody_at_the_target_is_a_connector(self, world: Graph) -> None:
        assert self.found(world) == {("cora", "tom")}

    @pytest.mark.parametrize(
        ("on", "there"), [("2019-12-31", 0), ("2020-01-01", 1), ("2022-12-31", 1), ("2023-01-01", 0)]
    )
    def test_the_job_at_the_target_has_to_hold_on_the_day(self, world: Graph, on: str, there: int) -> None:
        assert len(self.found(world, on=date.fromisoformat(on))) == there

    def test_stints_that_only_touch_make_no_colleagues(self, world: Graph) -> None:
        stint(world, "tom-past", start_min=date(2018, 1, 1), end_max=date(2019, 1, 1))
        assert self.found(world) == set()
        stint(world, "tom-past", start_min=date(2017, 12, 31))
        assert self.found(world) == {("cora", "tom")}

    @pytest.mark.parametrize(("on", "met"), [("2015-01-01", 0), ("2015-01-02", 1)])
    def test_an_overlap_counts_once_it_has_begun(self, world: Graph, on: str, met: int) -> None:
        stint(world, "tom-target", start_min=date(2009, 1, 1))
        assert len(self.found(world, on=date.fromisoformat(on))) == met

    def test_a_placeholder_is_no_shared_workplace(self, world: Graph) -> None:
        world.write("MATCH (a:Account {uid: 'past'}) SET a.placeholder = true")
        assert self.found(world) == set()

    def test_a_workplace_with_more_stints_than_the_cap_is_left_out(self, world: Graph) -> None:
        assert self.found(world, cap=2) == {("cora", "tom")}
        assert self.found(world, cap=1) == set()

    def test_who_is_at_the_target_on_the_day_is_no_connector(self, world: Graph) -> None:
        job(world, "cora", "target", start="2021-06-01", end="2022-06-01")
        assert self.found(world) == set()
        assert self.found(world, on=date(2022, 6, 1)) == {("cora", "tom")}

    def test_the_target_itself_may_be_the_shared_workplace(self, world: Graph) -> None:
        world.write("MATCH ()-[w:WORKS_AT {uid: 'cora-past'}]->() DELETE w")
        assert self.found(world) == set()
        job(world, "cora", "target", start="2020-06-01", end="2021-06-01")
        assert self.found(world) == {("cora", "tom")}

    def test_somebody_who_came_back_is_found_once(self, world: Graph) -> None:
        job(world, "cora", "past", start="2019-01-01")
        job(world, "tom", "past", start="2019-01-01", end="2019-06-01")
        job(world, "tom", "target", start="2021-01-01", end="2022-06-01", role="buyer")
        assert self.found(world) == {("cora", "tom")}

    def test_stints_of_unknown_start_may_overlap(self, world: Graph) -> None:
        stint(world, "cora-past", start=None, start_min=date.min, start_max=date(2018, 1, 1))
        assert self.found(world) == {("cora", "tom")}

    def test_a_bound_weighs_whom_the_path_reaches(self, world: Graph) -> None:
        (other,) = self.bounds(world)
        stint(world, "tom-target", role="decision_maker")
        (decides,) = self.bounds(world)
        assert other / decides == pytest.approx(0.6)

    def test_nobody_is_their_own_colleague(self, world: Graph) -> None:
        interaction(world, "alice", "tom", "2010-01-01")
        world.write("MATCH ()-[w:WORKS_AT {uid: 'cora-past'}]->() DELETE w")
        assert self.found(world, on=ON) == set()


class TieRules:
    """What every search that begins with a user's ties keeps to; `ties` answers with (user, connector or contact)."""

    known = "cora"

    def ties(self, graph: Graph, **asked: object) -> Pairs:
        """Ask, of alice."""
        raise NotImplementedError

    def bounds(self, graph: Graph) -> list[float]:
        """The bounds of what is found."""
        raise NotImplementedError

    def test_a_tie_has_to_begin_before_the_moment(self, world: Graph) -> None:
        at = world.read("MATCH ()-[k:KNOWS]->() RETURN k.first_at", lambda at: at)[0]
        assert self.ties(world, before=at) == set()
        assert len(self.ties(world, before=at.replace(hour=1))) == 1

    def test_a_rating_alone_is_a_tie(self, world: Graph) -> None:
        world.write("MATCH ()-[k:KNOWS]->() DELETE k")
        assert self.ties(world) == set()
        world.write(
            "MATCH (u:User {uid: 'alice'}), (c:Contact {uid: $known}) "
            "CREATE (u)-[:RATES {uid: 'r', value: 5, at: datetime('2010-01-01T00:00:00Z')}]->(c)",
            known=self.known,
        )
        assert self.ties(world) == {("alice", self.known)}
        assert self.bounds(world)[0] > 0

    def test_a_tie_without_weight_is_evidence_of_rank_zero(self, world: Graph) -> None:
        world.write("MATCH ()-[k:KNOWS]->() SET k.heat = null, k.heat_out = null, k.heat_in = null")
        assert self.ties(world) == {("alice", self.known)}
        assert self.bounds(world) == [0]

    def test_a_users_own_contact_record_is_neither_connector_nor_reached(self, world: Graph) -> None:
        for own in ("cora", "tom"):
            world.write("MATCH (:User)-[i:IS]->() DELETE i")
            world.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: $own}) CREATE (u)-[:IS]->(c)", own=own)
            found = self.ties(world)
            assert found == (set() if own in {self.known, "tom"} else {("alice", self.known)})
