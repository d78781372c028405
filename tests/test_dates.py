"""design/03, row by row. What holds for all stints is in test_dates_properties.py."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from graphcrm.dates import (
    OPEN_END,
    UNKNOWN_START,
    Bounds,
    Stretch,
    bounds,
    certainly_on,
    moment,
    parse_date,
    possibly_on,
    shared,
    start_of_day,
    unite,
)
from graphcrm.errors import InvalidDateError

TODAY = date(2024, 6, 1)
VERIFIED = date(2023, 3, 4)


def day(text: str) -> date:
    return date.fromisoformat(text)


def of(start: str | None, end: str | None = None, status: str = "ongoing", verified: date = VERIFIED) -> Bounds:
    return bounds(start, end, "ended" if end else status, verified, today=TODAY)


@pytest.mark.parametrize(
    ("entered", "start_min", "start_max"),
    [
        ("2019-05-17", "2019-05-17", "2019-05-17"),
        ("2019-05", "2019-05-01", "2019-05-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("2099", "2099-01-01", "2099-12-31"),
        (None, "0001-01-01", "2023-03-04"),
        ("", "0001-01-01", "2023-03-04"),
    ],
)
def test_an_ongoing_stint_is_bounded_by_its_start(entered: str | None, start_min: str, start_max: str) -> None:
    assert of(entered) == Bounds(day(start_min), day(start_max), OPEN_END, OPEN_END)


@pytest.mark.parametrize(
    ("entered", "end_min", "end_max"),
    [
        ("2021-06-30", "2021-06-30", "2021-06-30"),
        ("2021-06", "2021-06-01", "2021-07-01"),
        ("2021-12", "2021-12-01", "2022-01-01"),
        ("2021", "2021-01-01", "2022-01-01"),
        ("9998-12-31", "9998-12-31", "9998-12-31"),
        ("9998", "9998-01-01", "9999-01-01"),
    ],
)
def test_an_end_as_entered_bounds_the_end_and_an_unknown_start(entered: str, end_min: str, end_max: str) -> None:
    first, last = day(end_min), day(end_max)
    assert of("2019", entered) == Bounds(day("2019-01-01"), day("2019-12-31"), first, last)
    assert of(None, entered) == Bounds(UNKNOWN_START, first, first, last)


@pytest.mark.parametrize(
    ("start", "verified", "expected"),
    [
        ("2019", "2023-03-04", ("2019-01-01", "2019-12-31", "2019-12-31", "2023-03-04")),
        ("2023", "2023-03-04", ("2023-01-01", "2023-12-31", "2023-03-04", "2023-03-04")),
        (None, "2023-03-04", ("0001-01-01", "2023-03-04", "2023-03-04", "2023-03-04")),
    ],
)
def test_an_end_that_nobody_knows_lies_before_the_day_it_was_verified(
    start: str | None, verified: str, expected: tuple[str, ...]
) -> None:
    assert of(start, None, "ended", day(verified)) == Bounds(*map(day, expected))


@pytest.mark.parametrize(
    "text",
    [
        "2019-5", "19", "2019-05-7", "2019/05", " 2019", "2019 ", "2019-05-17T00:00", "2019-05-17\n", "May 2019",
        "２０１９", "-2019", "", "2019-", "20190517",
    ],
)  # fmt: skip
def test_a_date_in_another_form_is_refused_with_field_value_and_reason(text: str) -> None:
    with pytest.raises(InvalidDateError) as refusal:
        parse_date(text, "birthday")
    assert refusal.value.field == "birthday"
    assert refusal.value.detail == f"birthday is {text!r}; a date is written 2019, 2019-05 or 2019-05-17."


@pytest.mark.parametrize("text", ["2019-13", "2019-00", "2019-02-29", "2019-04-31", "2019-01-00", "0000", "9999"])
def test_a_date_that_does_not_exist_is_refused_with_field_value_and_reason(text: str) -> None:
    with pytest.raises(InvalidDateError) as refusal:
        of("2019", text)
    assert (refusal.value.field, refusal.value.detail) == ("end", f"end is {text!r}; there is no such date.")


@pytest.mark.parametrize(
    ("start", "end", "status", "field", "said"),
    [
        ("2020", "2019", "ended", "end", "end is '2019'; it cannot be after the start, '2020'."),
        ("2020-05-17", "2020-05-17", "ended", "end", "end is '2020-05-17'; it cannot be after the start, '2020-05-17'."),
        ("2020-05-17", "2020-05-16", "ended", "end", "end is '2020-05-16'; it cannot be after the start, '2020-05-17'."),
        ("2023-03-04", None, "ended", "end", "end is 'unknown, by 2023-03-04'; it cannot be after the start"),
        ("2020", "2021", "ongoing", "end_status", "end is '2021' and end_status is 'ongoing'; leave one of them out."),
        ("2100", None, "ongoing", "start", "start is '2100'; that is in the next century."),
        ("2020-13", None, "ongoing", "start", "start is '2020-13'; there is no such date."),
        ("0001", None, "ongoing", "start", "start is '0001'; leave it empty where it is not known."),
    ],
)  # fmt: skip
def test_dates_that_cannot_be_are_refused_with_field_value_and_reason(
    start: str, end: str | None, status: str, field: str, said: str
) -> None:
    with pytest.raises(InvalidDateError) as refusal:
        bounds(start, end, status, VERIFIED, today=TODAY)
    assert refusal.value.field == field
    assert refusal.value.detail.startswith(said)


@pytest.mark.parametrize(("start", "end"), [("2020", "2020"), ("2020-05", "2020-05"), ("2020-05-17", "2020-05-18")])
def test_a_stint_may_begin_and_end_within_one_entered_period(start: str, end: str) -> None:
    found = of(start, end)
    assert found.start_min < found.end_max


def test_the_first_day_is_in_a_stint_and_the_end_day_is_not() -> None:
    stint = of("2019-05-17", "2021-06-30")
    days = [day("2019-05-16"), day("2019-05-17"), day("2021-06-29"), day("2021-06-30")]
    assert [possibly_on(stint, on) for on in days] == [False, True, True, False]
    assert [certainly_on(stint, on) for on in days] == [False, True, True, False]


def test_within_a_partial_date_a_stint_is_possible_and_not_certain() -> None:
    stint = of("2019-05", "2021-06")
    found = {text: (possibly_on(stint, day(text)), certainly_on(stint, day(text))) for text in (
        "2019-04-30", "2019-05-01", "2019-05-30", "2019-05-31", "2021-05-31", "2021-06-01", "2021-06-30", "2021-07-01",
    )}  # fmt: skip
    assert found == {
        "2019-04-30": (False, False), "2019-05-01": (True, False), "2019-05-30": (True, False),
        "2019-05-31": (True, True), "2021-05-31": (True, True), "2021-06-01": (True, False),
        "2021-06-30": (True, False), "2021-07-01": (False, False),
    }  # fmt: skip


def test_spans_that_overlap_or_touch_are_united_and_empty_ones_drop_out() -> None:
    a, b, c, d = (date(2020, month, 1) for month in (1, 2, 3, 4))
    assert unite([(c, d), (a, b), (b, b), (d, a)]) == [(a, b), (c, d)]
    assert unite([(b, c), (a, b)]) == [(a, c)]
    assert unite([(a, d), (b, c)]) == [(a, d)]


def test_a_stretch_says_when_it_began_and_how_long_it_was() -> None:
    mine, theirs = of("2015-12-01", "2017-09-11"), of("2014-01-01")
    assert shared([mine], [theirs], TODAY) == [Stretch(day("2015-12-01"), day("2017-09-11"), 650, 650, 650)]


def test_a_stretch_that_lasts_has_no_end_and_is_cut_at_the_day() -> None:
    mine, theirs = of("2024-05-01"), of("2024-05-22")
    assert shared([mine], [theirs], TODAY) == [Stretch(day("2024-05-22"), None, 10, 10, 10)]
    assert shared([mine], [theirs], day("2024-05-22")) == []


def test_an_overlap_of_unknown_start_has_no_possible_days() -> None:
    (found,) = shared([of(None, "2021-06-30")], [of("2020")], TODAY)
    assert found == Stretch(None, day("2021-06-30"), 0, None, (day("2021-06-30") - day("2020-01-01")).days)


def test_a_return_makes_two_stretches_and_a_promotion_one() -> None:
    left, back, promoted = (
        of("2010-01-01", "2012-01-01"),
        of("2015-01-01", "2017-01-01"),
        of("2012-01-01", "2013-01-01"),
    )
    there = of("2000-01-01")
    assert [found.certain_days for found in shared([left, back], [there], TODAY)] == [730, 731]
    assert [found.certain_days for found in shared([left, promoted], [there], TODAY)] == [730 + 366]
    assert [found.certain_days for found in shared([left, left], [there, there], TODAY)] == [730]


def test_an_as_of_is_the_start_of_that_day_in_utc() -> None:
    assert start_of_day(TODAY) == datetime(2024, 6, 1, tzinfo=UTC)
    assert moment(TODAY) == (TODAY, datetime(2024, 6, 1, tzinfo=UTC))
    assert moment(TODAY).before.tzinfo is UTC


def test_now_is_the_day_in_utc_and_sees_what_happens_this_very_moment() -> None:
    now = datetime(2024, 6, 1, 3, tzinfo=timezone(timedelta(hours=8)))  # still May in UTC
    found = moment(None, now=now)
    assert found.on == date(2024, 5, 31)
    assert now < found.before <= now + timedelta(milliseconds=1)
