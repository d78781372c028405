from __future__ import annotations

import math
from datetime import date

import pytest
from worlds.build import contact, job

from graphcrm import warmth
from graphcrm.graph import Graph
from graphcrm.queries.candidates.former_colleagues_of_connectors import (
    Introduction,
    former_colleagues_of_connectors,
)

from .bridges import ON, FormerColleagueRules, Pairs, stint


def candidates(graph: Graph, ties: dict[str, float], **asked: object) -> list[Introduction]:
    every = {"target": "target", "on": ON, "cap": 500, "limit": 100}
    return former_colleagues_of_connectors(graph, connectors=sorted(ties), ties=ties, **{**every, **asked})


class TestFormerColleaguesOfConnectors(FormerColleagueRules):
    def found(self, graph: Graph, *, on: date = ON, cap: int = 500, limit: int = 100) -> Pairs:
        rows = candidates(graph, {"cora": 0.5, "tom": 0.5}, on=on, cap=cap, limit=limit)
        assert len({(row.connector, row.target_contact) for row in rows}) == len(rows)
        return {(row.connector, row.target_contact) for row in rows}

    def bounds(self, graph: Graph) -> list[float]:
        return [row.bound for row in candidates(graph, {"cora": 0.5})]

    def test_only_the_connectors_asked_for_are_looked_at(self, world: Graph) -> None:
        assert candidates(world, {}) == []
        assert candidates(world, {"zed": 1.0, "nobody": 1.0}) == []

    def test_the_bound_follows_the_tie_and_the_best_comes_first(self, world: Graph) -> None:
        contact(world, "dina")
        job(world, "dina", "past", start="2015-01-01", end="2018-01-01")
        rows = candidates(world, {"cora": 0.2, "dina": 0.8})
        assert [row.connector for row in rows] == ["dina", "cora"]
        assert rows[0].bound == pytest.approx(4 * rows[1].bound)
        assert [row.connector for row in candidates(world, {"cora": 0.2, "dina": 0.8}, limit=1)] == ["dina"]

    def test_of_stints_known_to_the_day_the_bound_is_the_rank(self, world: Graph) -> None:
        (row,) = candidates(world, {"cora": 0.5})
        months, years = 1096 / warmth.DAYS_PER_MONTH, (ON - date(2018, 1, 1)).days / warmth.DAYS_PER_YEAR
        strength = warmth.colleague_strength(months, 500, years, same_department=False)
        assert row.bound == pytest.approx(warmth.path_score([0.5, strength], 1.0) * 0.6, abs=1e-12)

    @pytest.mark.parametrize(
        ("props", "people"),
        [
            ({"employee_count": 1200, "size_band": "11-50"}, 1200),
            ({"employee_count": 0, "size_band": "501-1000"}, 750.5),
            ({"size_band": "10001+"}, 20002),
            ({"employee_count": 3}, 50),
            ({"size_band": "about eleven"}, 50),
        ],
        ids=str,
    )
    def test_the_bound_knows_how_many_people_worked_there(self, world: Graph, props: object, people: float) -> None:
        (unknown,) = candidates(world, {"cora": 0.5})
        world.write("MATCH (a:Account {uid: 'past'}) SET a += $props", props=props)
        (row,) = candidates(world, {"cora": 0.5})
        assert row.bound == pytest.approx(unknown.bound * math.sqrt(500 / people), rel=1e-9)

    @pytest.mark.parametrize(("verified", "factor"), [("2021-01-01", 1.0), ("2020-12-31", 0.9), ("2019-12-31", 0.7)])
    def test_the_bound_knows_when_the_job_was_last_known_to_hold(
        self, world: Graph, verified: str, factor: float
    ) -> None:
        (fresh,) = candidates(world, {"cora": 0.5})
        stint(world, "tom-target", verified_on=date.fromisoformat(verified))
        assert candidates(world, {"cora": 0.5})[0].bound == pytest.approx(fresh.bound * factor)

    def test_less_than_a_month_together_is_evidence_of_rank_zero(self, world: Graph) -> None:
        stint(world, "cora-past", start_min=date(2017, 12, 2), start_max=date(2017, 12, 2))
        assert [row.bound for row in candidates(world, {"cora": 0.5})] == [0]
        stint(world, "cora-past", start_min=date(2017, 12, 1), start_max=date(2017, 12, 1))
        assert candidates(world, {"cora": 0.5})[0].bound > 0
