"""The potential of an account: each factor by hand, and the rules that hold whatever is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphcrm.potential import POINTS, Evidence, best, potential, rate, size

AT = datetime(2024, 6, 1, tzinfo=UTC)
ALL = Evidence(employees=10_000, industry=(998, 0), ties=[1.0], open=50, won=50, contracts=50, last_at=AT)


def points(known: Evidence) -> dict[str, float]:
    return {one.name: round(one.points, 3) for one in potential(known, AT).factors}


def test_the_points_make_a_hundred() -> None:
    assert sum(POINTS.values()) == 100
    assert round(potential(ALL, AT).score) == 100


def test_of_what_nothing_is_known_only_the_industry_counts_by_half() -> None:
    assert {name for name, value in points(Evidence()).items() if value} == {"industry"}
    assert potential(Evidence(), AT).score == 7.5


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("ties", {"ties": [0.5, 0.5]}, 18.75), ("ties", {"ties": []}, 0.0), ("open", {"open": 1}, 10.0), ("open", {"open": 2}, 15.0),
        ("won", {"won": 1}, 7.5), ("contracts", {"contracts": 1}, 5.0), ("industry", {"industry": (3, 0)}, 12.0),
        ("industry", {"industry": (0, 3)}, 3.0), ("contact", {"last_at": AT - timedelta(days=90)}, 5.0), ("contact", {"last_at": AT}, 10.0),
        ("size", {"employees": 10_000.0}, 5.0), ("size", {"employees": 99_999.0}, 5.0), ("size", {"employees": 0.0}, 0.0),
    ],
)  # fmt: skip
def test_each_factor_has_its_points(name: str, known: dict[str, Any], found: float) -> None:
    assert points(Evidence(**known))[name] == found


@pytest.mark.parametrize("name", ["ties", "open", "won", "industry", "contracts", "employees", "met"])
def test_what_may_not_be_seen_counts_for_nothing_and_against_nothing(name: str) -> None:
    hidden = {"met": False}.get(name)
    found = potential(replace(ALL, **{name: hidden}), AT)
    assert len(found.factors) == len(POINTS) - 1
    assert round(found.score) == 100


def test_where_nothing_may_be_seen_there_is_no_score() -> None:
    nothing = Evidence(employees=None, industry=None, ties=None, open=None, won=None, contracts=None, met=False)
    assert (potential(nothing, AT).factors, potential(nothing, AT).score) == ([], 0.0)


def test_a_few_decided_say_little() -> None:
    assert [rate(0, 0), rate(1, 0), rate(8, 0)] == [0.5, pytest.approx(2 / 3), 0.9]
    assert size(9) == pytest.approx(0.25, abs=0.001)
    assert best([[0.1, 0.4], [], [0.2]]) == [0.4, 0.2]


KNOWN = st.builds(
    Evidence,
    employees=st.floats(0, 1e7),
    industry=st.tuples(st.integers(0, 99), st.integers(0, 99)),
    ties=st.lists(st.floats(0, 1), max_size=7),
    open=st.integers(0, 30),
    won=st.integers(0, 30),
    contracts=st.integers(0, 30),
    last_at=st.none() | st.timedeltas(timedelta(0), timedelta(days=9_000)).map(lambda ago: AT - ago),
)


@given(KNOWN, st.sampled_from(["open", "won", "contracts", "employees"]))
def test_more_never_counts_less(known: Evidence, name: str) -> None:
    more = replace(known, **{name: getattr(known, name) + 1})
    assert 0 <= potential(known, AT).score <= potential(more, AT).score + 1e-9 <= 100 + 1e-6
