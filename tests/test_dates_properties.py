"""What holds for all stints, against plain sets of days where that is possible."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graphcrm.dates import OPEN_END, UNKNOWN_START, Bounds, bounds, certainly_on, possibly_on, shared, unite

FIRST, LAST = date(2020, 1, 1), date(2020, 4, 1)  # few days, so that edges meet often
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]

days = st.sampled_from(DAYS)
spans = st.lists(st.tuples(days, days), max_size=6)
exact_stints = st.lists(
    st.tuples(days, days).filter(lambda span: span[0] < span[1]).map(lambda s: Bounds(s[0], s[0], s[1], s[1])),
    min_size=1,
    max_size=4,
)


@st.composite
def entered_stints(draw: st.DrawFn) -> Bounds:
    start = draw(st.sampled_from([None, "2019", "2020", "2020-01", "2020-02", "2020-01-15", "2020-02-29"]))
    end = draw(st.sampled_from([None, None, "2020", "2021", "2020-03", "2020-03-01", "2020-03-15"]))
    status = "ended" if end else draw(st.sampled_from(["ongoing", "ended"]))
    return bounds(start, end, status, date(2020, 4, 1), today=date(2020, 4, 1))


stints = st.lists(entered_stints(), min_size=1, max_size=4)


def held(of: Sequence[Bounds], on: date) -> bool:
    return any(possibly_on(stint, on) for stint in of)


@given(spans)
def test_unite_is_idempotent(given_spans: list[tuple[date, date]]) -> None:
    assert unite(unite(given_spans)) == unite(given_spans)


@given(spans, st.randoms(use_true_random=False))
def test_unite_does_not_depend_on_the_order(given_spans: list[tuple[date, date]], random: Random) -> None:
    shuffled = list(given_spans)
    random.shuffle(shuffled)
    assert unite(shuffled) == unite(given_spans)


@given(spans)
def test_united_spans_hold_the_same_days_and_stand_apart(given_spans: list[tuple[date, date]]) -> None:
    united = unite(given_spans)
    for on in DAYS:
        assert any(a <= on < b for a, b in united) == any(a <= on < b for a, b in given_spans)
    assert all(before[1] < after[0] for before, after in pairwise(united))


@given(entered_stints())
def test_the_bounds_of_a_stint_stand_in_order(stint: Bounds) -> None:
    assert stint.start_min <= stint.start_max
    assert stint.end_min <= stint.end_max
    assert stint.start_min < stint.end_max


@given(entered_stints(), days)
def test_what_is_certain_is_possible(stint: Bounds, on: date) -> None:
    assert possibly_on(stint, on) or not certainly_on(stint, on)


@given(stints, stints, days)
def test_sharing_is_symmetric(mine: list[Bounds], theirs: list[Bounds], on: date) -> None:
    assert shared(mine, theirs, on) == shared(theirs, mine, on)


@given(stints, stints, days, st.randoms(use_true_random=False))
def test_sharing_does_not_depend_on_the_order(
    mine: list[Bounds], theirs: list[Bounds], on: date, random: Random
) -> None:
    shuffled = list(mine)
    random.shuffle(shuffled)
    assert shared(shuffled, theirs, on) == shared(mine, theirs, on)


@given(stints, stints, days)
def test_certain_days_lie_within_the_possible_ones(mine: list[Bounds], theirs: list[Bounds], on: date) -> None:
    for stretch in shared(mine, theirs, on):
        assert 0 <= stretch.certain_days <= stretch.days_at_most
        assert (stretch.possible_days is None) == (stretch.start is None)
        assert stretch.possible_days in (None, stretch.days_at_most)


@given(stints, stints, days)
def test_nothing_is_shared_after_the_day(mine: list[Bounds], theirs: list[Bounds], on: date) -> None:
    for stretch in shared(mine, theirs, on):
        assert stretch.start is None or stretch.start < on
        assert stretch.end is None or stretch.end <= on
        assert stretch.days_at_most <= (on - (stretch.start or UNKNOWN_START)).days


@given(stints, stints, days, days)
def test_a_later_day_never_sees_less(mine: list[Bounds], theirs: list[Bounds], one: date, other: date) -> None:
    def total(on: date) -> tuple[int, int]:
        found = shared(mine, theirs, on)
        return sum(stretch.certain_days for stretch in found), sum(stretch.days_at_most for stretch in found)

    earlier, later = total(min(one, other)), total(max(one, other))
    assert earlier[0] <= later[0]
    assert earlier[1] <= later[1]


@given(exact_stints, exact_stints, days)
def test_of_exact_stints_every_shared_day_counts_once(mine: list[Bounds], theirs: list[Bounds], on: date) -> None:
    both = sum(held(mine, day) and held(theirs, day) for day in DAYS if day < on)
    found = shared(mine, theirs, on)
    assert sum(stretch.certain_days for stretch in found) == both
    assert sum(stretch.days_at_most for stretch in found) == both


@given(stints, stints, days)
def test_certain_days_are_those_on_which_both_were_certainly_there(
    mine: list[Bounds], theirs: list[Bounds], on: date
) -> None:
    since = min(stint.start_max for stint in (*mine, *theirs))
    calendar = [since + timedelta(days=n) for n in range(max(0, (on - since).days))]
    both = sum(
        any(certainly_on(stint, day) for stint in mine) and any(certainly_on(stint, day) for stint in theirs)
        for day in calendar
    )
    assert sum(stretch.certain_days for stretch in shared(mine, theirs, on)) == both


@given(days, days, days)
def test_stints_that_only_touch_do_not_overlap(first: date, middle: date, last: date) -> None:
    first, middle, last = sorted((first, middle, last))
    before, after = Bounds(first, first, middle, middle), Bounds(middle, middle, last, last)
    assert shared([before], [after], OPEN_END) == []


@given(exact_stints, exact_stints, days, days)
def test_a_stint_cut_in_two_that_touch_is_the_same_stint(
    mine: list[Bounds], theirs: list[Bounds], cut: date, on: date
) -> None:
    whole = mine[0]
    if whole.start_min < cut < whole.end_max:
        pieces = [whole._replace(end_min=cut, end_max=cut), whole._replace(start_min=cut, start_max=cut)]
        assert shared([*pieces, *mine[1:]], theirs, on) == shared(mine, theirs, on)
