"""The factors that a page shows make the number that they explain."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from graphcrm import warmth
from graphcrm.dates import Moment
from graphcrm.graph import Graph
from graphcrm.queries.colleagues.colleagues import colleagues
from graphcrm.queries.contacts.known_by import known_by
from graphcrm.queries.paths import Question, warm_paths
from graphcrm.web.pages.paths.cards import card
from graphcrm.web.pages.paths.factors import Factor, colleague_factors, path_factors, tie_factors

ON = date(2024, 6, 1)
THEN = Moment(ON, datetime(2024, 6, 1, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _in_english(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def number(factor: Factor) -> float:
    return float(factor.number.removeprefix("< "))


def test_a_score_is_the_product_of_what_is_shown(cast: Graph) -> None:
    answer = warm_paths(cast, Question(target="acme", moment=THEN, min_score=0, max_unit=0))
    assert len(answer.paths) > 5
    for path in answer.paths:
        factors = path_factors(path, answer)
        end = next(n for n, factor in enumerate(factors) if factor.sign == "=")
        assert math.prod(map(number, factors[:end])) == pytest.approx(path.score, abs=0.01)
        assert number(factors[end]) == pytest.approx(path.score, abs=0.0006)
        assert number(factors[end + 1]) == pytest.approx(warmth.relevance(path.job.role), abs=0.05)


def test_a_tie_is_the_sum_of_what_is_shown(cast: Graph) -> None:
    for contact in ("maya", "priya", "noor", "olga"):
        (tie,) = known_by(cast, contact=contact, before=THEN.before)
        assert sum(map(number, tie_factors(tie))) == pytest.approx(tie.strength, abs=0.011)


def test_a_rating_is_shown_beside_the_sum(cast: Graph) -> None:
    (tie,) = known_by(cast, contact="lena", before=THEN.before)
    assert number(tie_factors(tie)[-1]) == pytest.approx(tie.strength, abs=0.006)


def test_a_shared_past_is_the_product_of_what_is_shown(cast: Graph) -> None:
    seen = 0
    for contact in ("maya", "tomas", "ulla", "jonas", "lena"):
        for person in colleagues(cast, contact=contact, on=ON, limit=99).people:
            product = math.prod(map(number, colleague_factors(person, ON)))
            assert product == pytest.approx(person.strength, abs=0.02)
            seen += 1
    assert seen > 8


def test_less_than_a_month_together_is_said_to_count_nothing(cast: Graph) -> None:
    (person, *_) = colleagues(cast, contact="olga", on=ON).people
    assert [factor.what for factor in colleague_factors(person, ON)] == ["less than a month together counts nothing"]


def test_the_weakest_hop_is_marked_once_and_never_on_a_direct_path(cast: Graph) -> None:
    answer = warm_paths(cast, Question(target="acme", moment=THEN))
    for path in answer.paths:
        shown = card(path, answer)
        assert sum(edge.weakest for edge in shown.edges) == (0 if path.kind == "direct" else 1)
        assert [hop.weakest for hop in shown.evidence] == [edge.weakest for edge in shown.edges[:-1]]
        assert len(shown.nodes) == len(shown.edges) + 1
