"""Properties to hold by test (design/04): more recent, more mutual, more frequent, longer overlap, smaller unit never
lowers a score; the order of rows never changes it; forward decay is the direct sum."""

from __future__ import annotations

import math
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graphcrm import warmth
from graphcrm.dates import Bounds, Stretch, shared

ON = date(2024, 6, 1)
ROUNDING = 1e-12

weights = st.floats(0, 200)
months = st.floats(0, 600)
people = st.floats(1, 100_000)
years = st.floats(0, 60)
ages = st.integers(0, 20 * 365 * 86_400)  # seconds
interactions = st.lists(
    st.tuples(
        ages, st.sampled_from([*warmth.CHANNEL_WEIGHTS, "x"]), st.integers(1, 12), st.sampled_from([0.0, 0.5, 1.0])
    ),
    max_size=12,
)
dates = st.dates(date(2000, 1, 1), ON)
MOMENT = warmth.EPOCH + timedelta(days=1600)


def sums(rows: list[tuple[int, str, int, float]]) -> tuple[float, float]:
    """What was sent and what came back, each row decayed by itself."""
    out = into = 0.0
    for age, channel, participants, share in rows:
        weight = warmth.interaction_weight(channel, participants)
        weight *= warmth.fading(MOMENT - timedelta(seconds=age), MOMENT)
        out, into = out + weight * share, into + weight * (1 - share)
    return out, into


def heat(rows: list[tuple[int, str, int, float]]) -> float | None:
    """Σ w · 2^(t / 365 d) in powers of two, as KNOWS holds it."""
    total = math.fsum(
        warmth.interaction_weight(channel, participants)
        * 2.0 ** (warmth.days_since_epoch(MOMENT - timedelta(seconds=age)) / 365)
        for age, channel, participants, _ in rows
    )
    return math.log2(total) if total else None


def exact(first: date, last: date) -> Bounds:
    return Bounds(first, first, last, last)


def worked(mine: list[Bounds], theirs: list[Bounds], unit: float) -> float:
    stretches = shared(mine, theirs, ON)
    apart = warmth.years_apart(stretches, ON) if stretches else 0.0
    return warmth.colleague_strength(warmth.overlap_months(stretches), unit, apart, same_department=False)


@given(interactions, st.integers(0, 3650))
def test_forward_decay_equals_direct_sums_to_nine_digits(rows: list[tuple[int, str, int, float]], later: int) -> None:
    direct = math.fsum(sums(rows)) * 0.5 ** (later / 365)
    assert math.isclose(warmth.decayed(heat(rows), MOMENT + timedelta(days=later)), direct, rel_tol=1e-9)


@given(interactions, st.randoms(use_true_random=False))
def test_the_order_of_interactions_never_changes_a_tie(rows: list[tuple[int, str, int, float]], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert math.isclose(warmth.tie_strength(*sums(rows)), warmth.tie_strength(*sums(shuffled)), rel_tol=1e-9)


@given(interactions, interactions)
def test_one_more_interaction_never_lowers_a_tie(
    rows: list[tuple[int, str, int, float]], more: list[tuple[int, str, int, float]]
) -> None:
    assert warmth.tie_strength(*sums(rows + more)) >= warmth.tie_strength(*sums(rows)) - ROUNDING


@given(interactions.filter(bool), ages)
def test_a_more_recent_interaction_never_lowers_a_tie(rows: list[tuple[int, str, int, float]], age: int) -> None:
    sooner = [(min(age, rows[0][0]), *rows[0][1:]), *rows[1:]]
    assert warmth.tie_strength(*sums(sooner)) >= warmth.tie_strength(*sums(rows)) - ROUNDING


@given(weights, weights, st.floats(0, 1))
def test_a_more_mutual_tie_of_the_same_volume_is_never_weaker(out: float, into: float, moved: float) -> None:
    more, less = max(out, into), min(out, into)
    share = (more - less) / 2 * moved
    assert warmth.tie_strength(more - share, less + share) >= warmth.tie_strength(more, less) - ROUNDING


@given(weights, weights)
def test_a_tie_is_between_zero_and_what_its_heat_allows(out: float, into: float) -> None:
    total = out + into
    strength = warmth.tie_strength(out, into)
    assert 0 <= strength <= 1
    if total:
        highest = warmth.most_tie_strength(math.log2(total) + warmth.days_since_epoch(MOMENT) / 365, MOMENT)
        assert strength <= highest + ROUNDING


@given(st.integers(1, 5), st.integers(1, 5), st.floats(0, 9000), st.floats(0, 9000))
def test_a_better_or_more_recent_rating_never_lowers_the_floor(one: int, two: int, age: float, older: float) -> None:
    age, older = sorted((age, older))
    assert warmth.rating_floor(max(one, two), age) >= warmth.rating_floor(min(one, two), older)


@given(months, months, people, people, years, years)
def test_longer_smaller_and_more_recent_never_lower_a_shared_past(
    short: float, long: float, small: float, large: float, recent: float, old: float
) -> None:
    (short, long), (small, large), (recent, old) = sorted((short, long)), sorted((small, large)), sorted((recent, old))
    best = warmth.colleague_strength(long, small, recent, same_department=True)
    worst = warmth.colleague_strength(short, large, old, same_department=False)
    assert 0 <= worst <= best <= warmth.COLLEAGUES_MOST
    assert warmth.colleague_strength(short, small, recent, same_department=True) <= best
    assert warmth.colleague_strength(long, large, recent, same_department=True) <= best
    assert warmth.colleague_strength(long, small, old, same_department=True) <= best
    assert warmth.colleague_strength(long, small, recent, same_department=False) <= best


@given(st.tuples(dates, dates, dates, dates), people)
def test_a_stint_that_lasts_longer_never_lowers_a_shared_past(days: tuple[date, ...], unit: float) -> None:
    start, first, last, end = sorted(days)
    theirs = [exact(date(2005, 1, 1), date(2020, 1, 1))]
    if first < last:
        inner, outer = worked([exact(first, last)], theirs, unit), worked([exact(start, end)], theirs, unit)
        assert outer >= inner - ROUNDING


@given(st.lists(st.tuples(dates, dates).filter(lambda s: s[0] < s[1]), min_size=1, max_size=4), people)
def test_one_more_dated_stint_never_lowers_a_shared_past(spans: list[tuple[date, date]], unit: float) -> None:
    theirs = [exact(date(2005, 1, 1), date(2020, 1, 1))]
    stints = [exact(first, last) for first, last in spans]
    assert worked(stints, theirs, unit) >= worked(stints[1:], theirs, unit) - ROUNDING


@given(st.integers(0, 9000), st.integers(0, 9000))
def test_more_certain_days_never_lower_an_overlap(possible: int, certain: int) -> None:
    def counted(days: int) -> float:
        return warmth.overlap_months([Stretch(date(2000, 1, 1), None, days, possible, possible)])

    assert counted(min(certain, possible)) <= counted(possible)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=3), st.integers(0, 2), st.floats(0, 1), st.integers(0, 3000))
def test_a_stronger_hop_or_a_fresher_job_never_lowers_a_path(
    strengths: list[float], which: int, better: float, age: int
) -> None:
    stronger = list(strengths)
    stronger[which % len(strengths)] = max(better, strengths[which % len(strengths)])
    score = warmth.path_score(strengths, warmth.verified_factor(age))
    assert 0 <= score <= 1
    assert warmth.path_score(stronger, warmth.verified_factor(age)) >= score
    assert warmth.path_score(strengths, warmth.verified_factor(age // 2)) >= score


@given(st.lists(st.floats(0, 1), max_size=9), st.floats(0, 1), st.randoms(use_true_random=False))
def test_one_more_connector_never_cools_an_account(scores: list[float], another: float, random: Random) -> None:
    shuffled = list(scores)
    random.shuffle(shuffled)
    assert warmth.account_warmth(shuffled) == warmth.account_warmth(scores)
    assert warmth.account_warmth([*scores, another]) >= warmth.account_warmth(scores) - ROUNDING


def test_only_the_cap_of_unknown_starts_may_count_a_longer_past_for_less() -> None:
    # design/04: "where the overlap's start is unknown at most 12 months count", whatever of it is certain.
    theirs = [exact(date(2000, 1, 1), date(2020, 1, 1))]
    dated = exact(date(2010, 1, 1), date(2015, 1, 1))
    undated = Bounds(date.min, date(2009, 6, 1), date(2010, 1, 1), date(2010, 1, 1))
    assert warmth.overlap_months(shared([dated], theirs, ON)) > 59
    assert warmth.overlap_months(shared([undated, dated], theirs, ON)) == 12
