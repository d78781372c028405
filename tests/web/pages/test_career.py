"""The geometry of a career: where bars begin and end, and where they are soft."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphcrm.dates import Stretch, bounds
from graphcrm.errors import InvalidDateError
from graphcrm.queries.contacts.jobs import Job
from graphcrm.web.pages.career import Bar, Career

DAY = date(2024, 6, 1)


def stint(start: str | None = None, end: str | None = None, *, ended: bool = False, verified: date = DAY) -> Job:
    status = "ended" if end or ended else "ongoing"
    found = bounds(start, end, status, verified, today=DAY)
    return Job("j", "a", "Acme", False, None, None, None, "employee", False, start, end, status, verified, *found)


def bar(job: Job, on: date = DAY) -> Bar:
    (found,) = Career.of([job], on).bars
    return found


def test_a_job_known_to_the_day_is_one_solid_box_up_to_the_day_shown() -> None:
    career = Career.of([stint("2020-01-01")], DAY)
    (box,) = career.bars[0].boxes
    assert (box.x, box.fade) == (0, None)
    assert box.x + box.width == pytest.approx(career.now)
    assert career.now < 100


def test_dates_known_to_the_year_are_soft_for_a_year() -> None:
    soft, solid, end = bar(stint("2010", "2020")).boxes
    assert (soft.fade, solid.fade, end.fade) == ("start", None, "end")
    assert soft.x + soft.width == pytest.approx(solid.x)
    assert solid.x + solid.width == pytest.approx(end.x)
    assert soft.width == pytest.approx(end.width, abs=0.05)


def test_an_unknown_start_is_soft_from_the_left_edge() -> None:
    (box,) = bar(stint(None, ended=True, verified=date(2020, 1, 1))).boxes
    assert (box.x, box.fade) == (0, "start")


def test_what_ended_later_goes_on_on_the_day_shown() -> None:
    job = stint("2010-01-01", "2020-01-01")
    assert bar(job).span == "1 Jan 2010 to 1 Jan 2020"
    then = Career.of([job], date(2015, 1, 1))
    assert then.bars[0].span == "since 1 Jan 2010"
    assert then.bars[0].boxes[-1].x + then.bars[0].boxes[-1].width == pytest.approx(then.now)


@pytest.mark.parametrize(
    ("job", "span", "length"),
    [
        (stint("2019-05"), "since May 2019", "5 years 1 month"),
        (stint("2019", "2021-03"), "2019 to Mar 2021", "about 1 year 8 months"),
        (stint(None), "there, start not known", ""),
        (stint(None, "2021"), "until 2021, start not known", ""),
        (
            stint("2019-01-01", ended=True, verified=date(2022, 1, 1)),
            "1 Jan 2019 to an unknown day",
            "about 1 year 6 months",
        ),
        (stint(None, ended=True, verified=date(2020, 1, 1)), "over, dates not known", ""),
        (stint("2024-05-30", "2024-06-01"), "30 May 2024 to 1 Jun 2024", "2 days"),
    ],
)
def test_dates_keep_their_precision_and_lengths_say_when_they_are_guesses(job: Job, span: str, length: str) -> None:
    assert (bar(job).span, bar(job).length) == (span, length)


def test_the_latest_job_comes_first_and_the_main_one_names_the_person() -> None:
    side = stint("2015")
    main = Job(**{name: getattr(side, name) for name in side.__dataclass_fields__} | {"uid": "main", "primary": True})
    career = Career.of([stint("2010", "2014"), side, main], DAY)
    assert [found.job.start for found in career.bars] == ["2015", "2015", "2010"]
    assert [found.job.uid for found in career.current] == ["main", "j"]


def test_years_are_few_enough_to_read() -> None:
    for start in ("2024-06-01", "2023", "2015", "1990", "1950", "0900"):
        ticks = Career.of([stint(start)], DAY).ticks
        assert len(ticks) <= 11, start
        assert all(0 <= tick.x < 95 for tick in ticks)


def test_shared_time_stands_on_the_same_axis() -> None:
    career = Career.of([stint("2020-01-01")], DAY)
    box = career.stretch(Stretch(date(2021, 1, 1), None, 10, 10, 10))
    assert box.x == career.x(date(2021, 1, 1))
    assert box.x + box.width == pytest.approx(career.now)
    assert career.stretch(Stretch(None, None, 0, None, 10)).fade == "start"


partial = st.none() | st.dates(date(1, 1, 2), DAY).flatmap(
    lambda day: st.sampled_from([f"{day:%Y}".zfill(4), day.isoformat()[:7], day.isoformat()])
)


@given(start=partial, end=partial, ended=st.booleans(), on=st.dates(date(1, 1, 1), DAY))
def test_no_bar_ever_leaves_the_axis(start: str | None, end: str | None, ended: bool, on: date) -> None:
    try:
        job = stint(start, end, ended=ended)
    except InvalidDateError:
        return
    if job.start_min > on:
        return  # had not begun: the question leaves it out
    found = bar(job, on)
    assert found.boxes
    for box in found.boxes:
        assert box.width > 0
        assert box.x >= 0
        assert box.x + box.width <= 100.51
    assert 0 <= found.label_x <= 100.51
