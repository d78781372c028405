"""Stints: what is stored and given make the next one, and what two of one person may not be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphcrm.errors import InvalidDateError
from graphcrm.queries.load.stored_stints import StoredStint
from graphcrm.services.stints import Stint, merged

TODAY = date(2024, 6, 1)


def stint(account: str = "acme", **given: Any) -> Stint:
    return Stint("uid", account, merged(None, given, TODAY), "the job")


def changed(stored: Stint, **given: Any) -> dict[str, Any]:
    return merged(stored, given, TODAY)


@pytest.mark.parametrize(
    ("start", "end", "bounds"),
    [
        ("2019", None, ("2019-01-01", "2019-12-31", "9999-12-31", "9999-12-31")),
        ("2019-02", "2020", ("2019-02-01", "2019-02-28", "2020-01-01", "2021-01-01")),
        ("2019-02-03", "2020-02", ("2019-02-03", "2019-02-03", "2020-02-01", "2020-03-01")),
        (None, "2020-02-29", ("0001-01-01", "2020-02-29", "2020-02-29", "2020-02-29")),
        (None, None, ("0001-01-01", "2024-06-01", "9999-12-31", "9999-12-31")),
        ("2019", "2019", ("2019-01-01", "2019-12-31", "2019-01-01", "2020-01-01")),
    ],
)
def test_bounds_follow_from_what_is_known_of_dates(
    start: str | None, end: str | None, bounds: tuple[str, str, str, str]
) -> None:
    props = stint(start=start, end=end).props
    assert tuple(props[name].isoformat() for name in ("start_min", "start_max", "end_min", "end_max")) == bounds
    assert (props["start"], props["end"]) == (start, end)
    assert (props["end_status"], props["kind"]) == ("ended" if end else "ongoing", "employee")


def test_an_end_says_that_it_has_ended_and_none_that_it_goes_on() -> None:
    held = stint(start="2019")
    ended = Stint("uid", "acme", changed(held, end="2023-05"), "the job")
    assert (ended.ended, ended.props["end_max"]) == (True, date(2023, 6, 1))
    again = changed(ended, end=None)
    assert (again["end_status"], again["end_max"]) == ("ongoing", date(9999, 12, 31))


def test_an_end_nobody_knows_lies_before_the_day_it_was_heard_of() -> None:
    held = Stint("uid", "acme", merged(None, {"start": "2019", "verified_on": date(2020, 1, 1)}, TODAY), "the job")
    assert changed(held, end_status="ended")["end_max"] == TODAY
    assert changed(held, end_status="ended", verified_on=date(2021, 1, 1))["end_max"] == date(2021, 1, 1)


def test_what_is_no_date_leaves_the_bounds() -> None:
    held = stint(start="2019")
    held.props["start_min"] = date(2018, 1, 1)  # as an older program may have left it
    assert changed(held, title="CTO")["start_min"] == date(2018, 1, 1)
    assert changed(held, start="2019-01")["start_min"] == date(2019, 1, 1)


@pytest.mark.parametrize(
    "given",
    [{"start": "2020", "end": "2019"}, {"start": "2020-05-02", "end": "2020-05-02"}, {"start": "2020-02-30"},
     {"end": "2020", "end_status": "ongoing"}, {"start": "2100"}],
)  # fmt: skip
def test_dates_that_cannot_be_are_refused(given: dict[str, str]) -> None:
    with pytest.raises(InvalidDateError):
        stint(**given)


@pytest.mark.parametrize(
    ("mine", "theirs", "overlap"),
    [
        (("2019", "2020"), ("2020", None), False),
        (("2019", "2021"), ("2020", None), True),  # 31 December 2020 is a day of both, whatever they mean
        (("2019", "2021-02"), ("2020", None), True),
        (("2019-01-01", "2020-01-01"), ("2020-01-01", None), False),
        (("2019-01-01", "2020-01-02"), ("2020-01-01", None), True),
        (("2019", None), ("2019", None), True),
        (("2019", "2019"), ("2019", "2019"), False),
        ((None, "2020-01-01"), ("2015", "2019"), False),
    ],
)
def test_two_overlap_where_there_certainly_is_a_day(
    mine: tuple[str | None, str | None], theirs: tuple[str | None, str | None], overlap: bool
) -> None:
    one, other = stint(start=mine[0], end=mine[1]), stint(start=theirs[0], end=theirs[1])
    assert one.overlaps(other) is other.overlaps(one) is overlap
    assert one.conflicts(other) is overlap


def test_only_the_same_kind_at_the_same_account_conflicts() -> None:
    held = stint(start="2019")
    assert not held.conflicts(stint("beta", start="2019"))
    assert not held.conflicts(stint(start="2019", kind="board"))
    assert stint(start="2019", kind="board").conflicts(stint(start="2020", kind="board"))


def test_two_primary_ones_are_rivals_wherever_they_are() -> None:
    held = stint(start="2019", primary=True)
    assert held.rivals(stint("beta", start="2020", primary=True, kind="board"))
    assert not held.rivals(stint("beta", start="2020", primary=False))
    assert not held.rivals(stint("beta", start="2020"))


def test_what_is_stored_has_days_again() -> None:
    props = {"uid": "job", "verified_on": "2024-01-01", "start_min": "2019-01-01", "title": "CTO"}
    found = Stint.stored(StoredStint("ada", "acme", props))
    assert (found.uid, found.contact, found.account, found.name) == ("job", "ada", "acme", "job job")
    assert (found.props["verified_on"], found.props["start_min"]) == (date(2024, 1, 1), date(2019, 1, 1))
    assert (found.kind, found.key) == ("employee", ("acme", "employee", ""))
