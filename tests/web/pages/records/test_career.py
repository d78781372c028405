"""The geometry of a career: where bars begin and end, where they are soft, and what stands at them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphcrm.dates import Stretch, bounds
from graphcrm.errors import InvalidDateError
from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.contacts.jobs import Job
from graphcrm.web.pages.records.bars import Bar
from graphcrm.web.pages.records.career import Career

DAY = date(2024, 6, 1)


def stint(
    start: str | None = None, end: str | None = None, *, ended: bool = False, verified: date = DAY, at: str = "Acme"
) -> Job:
    status = "ended" if end or ended else "ongoing"
    found = bounds(start, end, status, verified, today=DAY)
    return Job(at, at, at, None, False, None, None, None, "employee", False, start, end, status, verified, *found)


def bar(job: Job, on: date = DAY) -> Bar:
    (found,) = Career.of([job], on).bars
    return found


def test_a_job_known_to_the_day_is_solid_up_to_the_day_shown() -> None:
    career = Career.of([stint("2020-01-01")], DAY)
    (found,) = career.bars
    assert (found.x, found.exact_from, found.exact_to, found.soft) == (0, 0, 100, False)
    assert found.right == pytest.approx(career.now)
    assert career.now < 100


def test_dates_known_to_the_year_are_soft_for_a_year() -> None:
    found = bar(stint("2010", "2020"))
    assert found.soft
    assert found.exact_from == pytest.approx(100 / 11, abs=0.1)
    assert 100 - found.exact_to == pytest.approx(100 / 11, abs=0.1)


def test_a_month_is_soft_for_a_month() -> None:
    career = Career.of([stint("2020-03", "2021-03")], DAY)
    (found,) = career.bars
    assert found.x == career.x(date(2020, 3, 1))
    assert found.right == pytest.approx(career.x(date(2021, 4, 1)))
    assert found.x + found.width * found.exact_from / 100 == pytest.approx(career.x(date(2020, 3, 31)), abs=0.02)
    assert found.x + found.width * found.exact_to / 100 == pytest.approx(career.x(date(2021, 3, 1)), abs=0.02)


def test_an_unknown_start_is_soft_from_the_left_edge() -> None:
    found = bar(stint(None, ended=True, verified=date(2020, 1, 1)))
    assert (found.x, found.exact_from) == (0, 100)


def test_what_ended_later_goes_on_on_the_day_shown() -> None:
    job = stint("2010-01-01", "2020-01-01")
    assert bar(job).span == "1 Jan 2010 to 1 Jan 2020"
    then = Career.of([job], date(2015, 1, 1))
    assert then.bars[0].span == "since 1 Jan 2010"
    assert then.bars[0].right == pytest.approx(then.now)


@pytest.mark.parametrize(
    ("job", "span", "length", "brief"),
    [
        (stint("2019-05"), "since May 2019", "5 years 1 month", "5y 1m"),
        (stint("2019", "2021-03"), "2019 to Mar 2021", "about 1 year 8 months", "~1y 8m"),
        (stint(None), "there, start not known", "", ""),
        (stint(None, "2021"), "until 2021, start not known", "", ""),
        (stint("2019-01-01", ended=True, verified=date(2022, 1, 1)), "1 Jan 2019 to an unknown day",
         "about 1 year 6 months", "~1y 6m"),
        (stint(None, ended=True, verified=date(2020, 1, 1)), "over, dates not known", "", ""),
        (stint("2024-05-30", "2024-06-01"), "30 May 2024 to 1 Jun 2024", "2 days", "2d"),
    ],
)  # fmt: skip
def test_dates_keep_their_precision_and_lengths_say_when_they_are_guesses(
    job: Job, span: str, length: str, brief: str
) -> None:
    found = bar(job)
    assert (found.span, found.length, found.brief) == (span, length, brief)


def test_the_latest_job_comes_first_and_the_main_one_names_the_person() -> None:
    side = stint("2015")
    main = replace(side, uid="main", primary=True)
    career = Career.of([stint("2010", "2014"), side, main], DAY)
    assert [found.job.start for found in career.bars] == ["2015", "2015", "2010"]
    assert [found.job.uid for found in career.current] == ["main", "Acme"]


def test_a_return_to_an_old_employer_stands_in_its_row_and_lane() -> None:
    there, between, back = stint("2010-01-01", "2013-01-01"), stint("2013-01-01", "2016-01-01", at="B"), stint("2016")
    rows = Career.of([there, between, back], DAY).rows
    assert [(row.account, len(row.bars), row.lanes) for row in rows] == [("Acme", 2, 1), ("B", 1, 1)]
    assert [found.job.start for found in rows[0].bars] == ["2016", "2010-01-01"]


def test_two_jobs_at_once_at_one_employer_take_two_lanes() -> None:
    seat = replace(stint("2018-01-01"), kind="board")
    (row,) = Career.of([stint("2015-01-01"), seat], DAY).rows
    assert row.lanes == 2
    assert {found.lane for found in row.bars} == {0, 1}


def test_seats_and_schools_have_colours_of_their_own() -> None:
    school = replace(stint("2010", at="School"), account_kind="school")
    career = Career.of([stint("2012"), school, replace(stint("2015"), kind="advisor")], DAY)
    assert {found.job.start: found.kind for found in career.bars} == {"2012": "job", "2010": "school", "2015": "seat"}
    assert career.kinds == ["job", "seat", "school"]
    assert Career.of([stint("2012-01-01")], DAY).kinds == ["job"]


def test_a_time_without_any_job_is_a_gap_and_a_holiday_is_none() -> None:
    jobs = [stint("2010-01-01", "2012-01-01"), stint("2012-02-01", "2014-01-01"), stint("2016-06-01", "2024-01-01")]
    gaps = Career.of(jobs, DAY).gaps
    assert [(gap.first, gap.end) for gap in gaps] == [
        (date(2014, 1, 1), date(2016, 6, 1)),
        (date(2024, 1, 1), DAY),
    ]
    assert Career.of([], DAY).gaps == []


def test_what_may_have_been_a_job_is_no_gap() -> None:
    assert Career.of([stint("2010", "2012"), stint("2012-12-01")], DAY).gaps == []


def test_words_stand_in_a_bar_where_they_fit_and_beside_it_where_not() -> None:
    long, short = stint("2004-01-01", "2020-01-01"), stint("2023-02-01", "2024-01-01", at="B")
    career = Career.of([long, short], DAY)
    wide, narrow = (row.bars[0] for row in reversed(career.rows))
    assert wide.label
    assert (wide.label.text, wide.label.at) == (wide.span, "in")
    assert narrow.label
    assert (narrow.label.text, narrow.label.at) == ("11 months", "end"), "there is no room at its right"


def test_words_between_two_bars_are_shortened_or_left_out_before_they_collide() -> None:
    jobs = [stint(f"{year}-01-01", f"{year}-11-30") for year in range(2004, 2024)]
    (row,) = Career.of(jobs, DAY).rows
    assert row.lanes == 1
    ends = 0.0
    for found in sorted(row.bars, key=lambda one: one.x):
        if found.label and found.label.at == "end":
            assert found.label.x - 4 >= ends
        ends = found.right


def test_years_are_few_enough_to_read() -> None:
    for start in ("2024-06-01", "2023", "2015", "1990", "1950", "0900"):
        ticks = Career.of([stint(start)], DAY).ticks
        assert len(ticks) <= 11, start
        assert all(0 <= tick.x < 95 for tick in ticks)


def shared(*stretches: Stretch) -> Acquaintance:
    return Acquaintance(
        "m", "Maya", "t", "Tom", False, tuple(Shared("a", "Acme", s, 40, False) for s in stretches), 0.2
    )


def test_shared_time_stands_on_the_same_axis_and_says_how_long_it_was() -> None:
    career = Career.of([stint("2020-01-01")], DAY)
    box = career.stretch(Stretch(date(2021, 1, 1), None, 10, 10, 10))
    assert box.x == career.x(date(2021, 1, 1))
    assert box.right == pytest.approx(career.now)
    drawn = career.together(shared(Stretch(date(2021, 1, 1), date(2022, 1, 1), 365, 365, 365)))
    assert drawn.label
    assert drawn.label.text == "1 year together"
    assert drawn.boxes[0].right == pytest.approx(career.x(date(2022, 1, 1)))


def test_shared_time_is_soft_where_its_start_is_unknown_and_pale_where_it_is_only_possible() -> None:
    career = Career.of([stint("2010-01-01")], DAY)
    drawn = career.together(shared(Stretch(None, date(2012, 1, 1), 0, None, 10)))
    assert [(box.soft, box.unsure) for box in drawn.boxes] == [(True, True)]
    assert drawn.label
    assert drawn.label.text == "possibly together"
    known = career.together(shared(Stretch(None, date(2012, 1, 1), 365, None, 500)))
    assert known.label
    assert known.label.text == "at least 1 year together"
    whole = career.together(shared(Stretch(None, None, 365, None, 500)))
    assert whole.label is None, "words in what is faded could not be read"


partial = st.none() | st.dates(date(1, 1, 2), DAY).flatmap(
    lambda day: st.sampled_from([f"{day:%Y}".zfill(4), day.isoformat()[:7], day.isoformat()])
)


@given(start=partial, end=partial, ended=st.booleans(), on=st.dates(date(1, 1, 1), DAY))
def test_no_bar_and_no_word_ever_leaves_the_axis(start: str | None, end: str | None, ended: bool, on: date) -> None:
    try:
        job = stint(start, end, ended=ended)
    except InvalidDateError:
        return
    if job.start_min > on:
        return  # had not begun: the question leaves it out
    found = bar(job, on)
    assert found.width > 0
    assert found.x >= 0
    assert found.right <= 100.001
    assert 0 <= found.exact_from <= 100
    assert found.exact_from <= found.exact_to + 0.02 <= 100.02
    assert found.label is None or 0 <= found.label.x <= 100
