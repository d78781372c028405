"""The numbers of design/04 and 08, and the edges of every rule. What must never fall is in test_warmth_properties.py."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta

import pytest

from graphcrm import warmth
from graphcrm.dates import Bounds, Stretch, shared

NOW = datetime(2024, 6, 1, tzinfo=UTC)
CHANNELS = {"meeting": 4, "video": 3, "call": 2, "email": 1, "message": 1, "event": 0.5, "other": 0.5}
Interaction = tuple[str, str, int]  # channel, direction, days ago


def strength(interactions: list[Interaction]) -> float:
    """A tie straight from the text of 04: each half-year-old mail, each share."""
    out = into = 0.0
    for channel, direction, age in interactions:
        weight = warmth.interaction_weight(channel, 2) * warmth.fading(NOW - timedelta(days=age), NOW)
        out += weight * {"out": 1, "in": 0, "both": 0.5}[direction]
        into += weight * {"out": 0, "in": 1, "both": 0.5}[direction]
    return warmth.tie_strength(out, into)


def stretch(days: int, *, certain: int | None = None, start: bool = True, end: date | None = None) -> Stretch:
    certain = days if certain is None else certain
    return Stretch(date(2015, 1, 1) if start else None, end, certain, days if start else None, days)


@pytest.mark.parametrize(
    ("interactions", "expected"),
    [
        ([("video", "both", 7)], 0.26),
        ([("email", "out", 0)] * 10, 0.22),
        ([("video", "both", 3)] * 2 + [("email", "both", 10)] * 6, 0.69),
        ([("video", "both", 0)] * 2 + [("email", "both", 0)] * 6, 0.70),
        ([("video", "both", 730)] * 2 + [("email", "both", 730)] * 6, 0.26),
        ([], 0.0),
    ],
)
def test_ties_are_as_strong_as_the_examples_say(interactions: list[Interaction], expected: float) -> None:
    assert round(strength(interactions), 2) == expected


def test_the_example_of_the_interface_scores_what_it_says() -> None:
    mine = Bounds(date(2015, 12, 1), date(2015, 12, 1), date(2017, 9, 11), date(2017, 9, 11))
    theirs = Bounds(date(2014, 1, 1), date(2014, 1, 1), date(2018, 1, 1), date(2018, 1, 1))
    on = date(2018, 6, 1)
    (found,) = stretches = shared([mine], [theirs], on)
    worked = warmth.colleague_strength(
        warmth.overlap_months(stretches), 1200, warmth.years_apart(stretches, on), same_department=True
    )
    assert found.certain_days == 650
    assert round(worked, 2) == 0.09
    assert round(warmth.path_score([0.62, worked], 1.0), 3) == 0.047
    assert warmth.band(warmth.path_score([0.62, worked], 1.0), certain=True) == "possible"


@pytest.mark.parametrize(("channel", "weight"), [*CHANNELS.items(), ("pigeon", 0.5)])
def test_each_channel_has_its_weight(channel: str, weight: float) -> None:
    assert warmth.interaction_weight(channel, 2) == weight


@pytest.mark.parametrize(
    ("participants", "factor"), [(0, 1), (1, 1), (2, 1), (3, 1 / 2), (4, 1 / 3), (9, 1 / 8), (10, 0), (11, 0), (900, 0)]
)
def test_a_crowd_says_less_about_two_of_its_people(participants: int, factor: float) -> None:
    assert warmth.group_factor(participants) == factor


@pytest.mark.parametrize(("days", "left"), [(0, 1.0), (365, 0.5), (730, 0.25), (1825, 1 / 32)])
def test_an_interaction_halves_each_year(days: int, left: float) -> None:
    assert math.isclose(warmth.fading(NOW - timedelta(days=days), NOW), left)


@pytest.mark.parametrize(("value", "floor"), [(1, 0.1), (2, 0.25), (3, 0.45), (4, 0.65), (5, 0.85)])
def test_a_rating_is_a_floor_that_halves_in_two_years(value: int, floor: float) -> None:
    assert warmth.rating_floor(value, 0) == floor
    assert math.isclose(warmth.rating_floor(value, 730), floor / 2)


@pytest.mark.parametrize(
    ("months", "people", "years", "same", "expected"),
    [
        (18, 50, 0, True, 0.7 * (1 - math.exp(-1))),
        (18, 12, 0, True, 0.7 * (1 - math.exp(-1))),
        (18, 200, 0, True, 0.35 * (1 - math.exp(-1))),
        (18, 50, 5, True, 0.35 * (1 - math.exp(-1))),
        (18, 50, 0, False, 0.49 * (1 - math.exp(-1))),
        (0.999, 2, 0, True, 0.0),
        (1, 2, 0, True, 0.7 * (1 - math.exp(-1 / 18))),
    ],
)
def test_a_shared_past_follows_the_formula(
    months: float, people: float, years: float, same: bool, expected: float
) -> None:
    assert math.isclose(warmth.colleague_strength(months, people, years, same_department=same), expected)


def test_an_overlap_is_the_mean_of_certain_and_possible_and_stretches_add_up() -> None:
    assert math.isclose(warmth.overlap_months([stretch(365, certain=183)]), 274 / 30.4375)
    assert math.isclose(warmth.overlap_months([stretch(365), stretch(731)]), 1096 / 30.4375)
    assert warmth.overlap_months([]) == 0


def test_of_an_overlap_of_unknown_start_at_most_twelve_months_count() -> None:
    assert warmth.overlap_months([stretch(9000, certain=0, start=False)]) == 12
    assert warmth.overlap_months([stretch(200, certain=100, start=False)]) == 150 / 30.4375
    assert math.isclose(
        warmth.overlap_months([stretch(9000, certain=0, start=False), stretch(365)]), 12 + 365 / 30.4375
    )


def test_years_count_from_the_latest_end_and_not_while_both_are_there() -> None:
    on = date(2024, 6, 1)
    old, recent = stretch(100, end=date(2014, 6, 1)), stretch(100, end=date(2022, 6, 1))
    assert math.isclose(warmth.years_apart([recent, old], on), 731 / 365.25)
    assert warmth.years_apart([old, stretch(100)], on) == 0
    assert warmth.years_apart([stretch(100, end=on)], on) == 0


@pytest.mark.parametrize(
    ("employees", "size_band", "known", "expected"),
    [
        (900, "51-200", 3, 900),
        (None, "51-200", 3, 125.5),
        (None, None, 3, 500),
        (None, None, 501, 501),
        (None, "large", 3, 500),
        (0, "0", 3, 500),
        (None, "1k-5k", 3, 3_000),
        (None, "10k+", 3, 20_000),
        (None, "1.000-5.000", 3, 3_000),
        (None, "1,001-5,000", 3, 3_000.5),
        (None, "1万以上", 3, 20_000),
        (None, "1" * 400, 3, 222_222_222),
    ],
)
def test_the_size_of_an_account_is_the_best_word_on_it(
    employees: int | None, size_band: str | None, known: int, expected: float
) -> None:
    assert warmth.unit_size(employees, size_band, known) == expected


@pytest.mark.parametrize(
    ("size_band", "middle"),
    [
        ("11-50", 30.5), ("1-10", 5.5), ("51 – 200", 125.5), ("1,001-5,000", 3000.5), ("10001+", 20002.0), ("self", None),
        ("10,001+ employees", 20002.0), ("0", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_size_band_has_a_middle(size_band: str | None, middle: float | None) -> None:
    assert warmth.band_middle(size_band) == middle


@pytest.mark.parametrize(
    ("days", "factor"),
    [(-1, 1.0), (0, 1.0), (365, 1.0), (366, 0.9), (730, 0.9), (731, 0.7), (9999, 0.7)],
)
def test_a_job_last_verified_long_ago_weakens_the_path(days: int, factor: float) -> None:
    assert warmth.verified_factor(days) == factor


def test_each_further_person_costs_the_hop_factor() -> None:
    assert warmth.path_score([0.5], 1.0) == 0.5
    assert math.isclose(warmth.path_score([0.5, 0.4], 0.9), 0.5 * 0.4 * 0.85 * 0.9)
    assert math.isclose(warmth.path_score([0.5, 0.4, 0.3], 0.7), 0.5 * 0.4 * 0.3 * 0.85**2 * 0.7)


@pytest.mark.parametrize(
    ("role", "factor"),
    [("decision_maker", 1), ("buyer", 1), ("influencer", 0.8), ("user", 0.6), ("gatekeeper", 0.6), (None, 0.6)],
)
def test_the_person_reached_has_a_relevance(role: str | None, factor: float) -> None:
    assert warmth.relevance(role) == factor


@pytest.mark.parametrize(
    ("score", "certain", "possible"),
    [
        (1.0, "strong", "possible"),
        (0.30, "strong", "possible"),
        (math.nextafter(0.30, 0), "good", "possible"),
        (0.10, "good", "possible"),
        (math.nextafter(0.10, 0), "possible", "possible"),
        (0.01, "possible", "possible"),
        (math.nextafter(0.01, 0), "weak", "weak"),
        (0.0, "weak", "weak"),
    ],
)
def test_bands_begin_at_their_edge_and_stay_possible_without_certainty(
    score: float, certain: str, possible: str
) -> None:
    assert warmth.band(score, certain=True) == certain
    assert warmth.band(score, certain=False) == possible


def test_an_account_is_as_warm_as_its_five_best_connectors_together() -> None:
    assert warmth.account_warmth([]) == 0
    assert math.isclose(warmth.account_warmth([0.5, 0.2]), 0.6)
    assert warmth.account_warmth([0.1] * 5) == warmth.account_warmth([0.1] * 9)
    assert warmth.account_warmth([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) == warmth.account_warmth([0.6, 0.5, 0.4, 0.3, 0.2])


def test_the_queries_are_given_the_same_numbers() -> None:
    assert warmth.MODEL["floors"] == [0.1, 0.25, 0.45, 0.65, 0.85]
    assert warmth.MODEL["overlap_scale_days"] == 18 * 365.25 / 12
    assert warmth.MODEL["colleagues_half_life_days"] == 5 * 365.25


def test_an_interaction_of_a_distant_future_is_no_overflow() -> None:
    heat = warmth.days_since_epoch(datetime(9999, 12, 31, tzinfo=UTC)) / warmth.TIE_HALF_LIFE_DAYS
    assert warmth.most_tie_strength(heat, datetime(2026, 1, 1, tzinfo=UTC)) == 1
