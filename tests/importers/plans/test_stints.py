from __future__ import annotations

from datetime import date

import pytest

from graphcrm.dates import Bounds, bounds
from graphcrm.errors import InvalidDateError
from graphcrm.importers.columns import WORKS_AT
from graphcrm.importers.header import Header
from graphcrm.importers.plans import jobs
from graphcrm.importers.plans.stints import follows, match, of_row
from graphcrm.importers.rows import Row, parse
from graphcrm.services.stints import BOUNDS, Stint

TODAY = date(2026, 6, 1)
COLUMNS = [
    "job_id",
    "contact_id",
    "account_id",
    "title",
    "kind",
    "start_date",
    "end_date",
    "end_status",
    "verified_on",
    "department",
]


def row(**cells: str) -> Row:
    cells = {"contact_id": "C1", "account_id": "A1"} | cells
    found = parse(
        "works_at.csv", Header(WORKS_AT, COLUMNS), 2, [cells.get(column, "") for column in COLUMNS], has_nul=False
    )
    assert isinstance(found, Row)
    found.uid = jobs.identify(found)
    return found


def stored(uid: str, account: str = "A1", *, verified_on: date = date(2020, 1, 1), **props: str) -> Stint:
    status = "ended" if props.get("end") else "ongoing"
    props = {"kind": "employee", "end_status": status} | props
    found = bounds(props.get("start"), props.get("end"), props["end_status"], verified_on, today=TODAY)
    days = dict(zip(BOUNDS, found, strict=True)) | {"verified_on": verified_on}
    return Stint(uid, account, {"uid": uid, "rev": 1, **props, **days}, f"job {uid}", "C1")


def matched(rows: list[Row], *stints: Stint) -> list[str | None]:
    return [found.uid if found else None for found in match(rows, stints)]


def test_a_row_is_the_stint_of_its_uid_before_any_other():
    assert matched([row(job_id="J2", title="Boss")], stored("J1", title="Boss"), stored("J2")) == ["J2"]


def test_a_row_whose_uid_is_new_is_the_stint_it_is_equal_to():
    assert matched([row(job_id="J9", title="Boss")], stored("J1", title="Boss"), stored("J2")) == ["J1"]


def test_a_stint_that_a_row_names_is_no_other_rows():
    rows = [row(title="Boss"), row(job_id="J1", title="Boss")]
    assert matched(rows, stored("J1", title="Boss")) == [None, "J1"]


def test_each_stint_is_one_rows_only():
    rows = [row(job_id="J8", title="Boss"), row(job_id="J9", title="Boss")]
    assert matched(rows, stored("J1", title="Boss")) == ["J1", None]


@pytest.mark.parametrize("ending", [{"end_date": "2021"}, {"end_status": "ended"}])
def test_an_end_is_that_of_the_open_stint_with_the_same_account_kind_and_start(ending: dict[str, str]):
    stints = [
        stored("J1", title="Boss", start="2019"),
        stored("J2", "A2", start="2019"),
        stored("J3", kind="board", start="2019"),
    ]
    assert matched([row(start_date="2019", **ending)], *stints) == ["J1"]
    assert matched([row(start_date="2018", **ending)], *stints) == [None]
    assert matched([row(start_date="2019", **ending), row(start_date="2019")], *stints) == [None, None]


def test_a_row_with_an_id_of_its_own_ends_no_other_job():
    assert matched([row(job_id="J2", title="Intern", end_date="2015")], stored("J1", title="Boss")) == [None]


def test_a_promotion_ends_the_job_before_it():
    rows = [row(title="Engineer", end_date="2021"), row(title="Manager")]
    assert matched(rows, stored("J1")) == ["J1", None]


def test_an_end_does_not_close_what_another_row_of_the_import_is():
    stints = [stored("J1", title="Boss", start="2019")]
    assert matched(
        [row(start_date="2019", end_date="2021"), row(title="Boss", start_date="2019", job_id="J1")], *stints
    ) == [None, "J1"]


def test_of_two_stints_that_ended_so_the_one_that_the_row_would_not_change_is_it():
    stints = [stored("J1", title="A", end="2021"), stored("J2", title="B", end="2021", department="Sales")]
    assert matched([row(end_date="2021", department="Sales")], *stints) == ["J2"]
    assert matched([row(end_date="2021")], *stints) == ["J1"]
    assert matched([row(end_date="2021", title="C")], *stints) == [
        None,
    ]


def test_a_new_stint_is_an_ongoing_employment_verified_today():
    stint = of_row(row(title="Boss"), None, TODAY)
    assert stint.props == {
        "kind": "employee",
        "title": "Boss",
        "end_status": "ongoing",
        "verified_on": TODAY,
        **dict(zip(BOUNDS, Bounds(date.min, TODAY, date.max, date.max), strict=True)),
    }


def test_an_end_makes_a_stint_ended_and_keeps_the_day_it_was_verified():
    stint = of_row(row(start_date="2019", end_date="2021"), stored("J1", start="2019"), TODAY)
    assert (stint.props["end_status"], stint.props["verified_on"], stint.props["end_min"]) == (
        "ended",
        date(2020, 1, 1),
        date(2021, 1, 1),
    )


def test_an_ongoing_stint_that_has_an_end_is_refused():
    with pytest.raises(InvalidDateError) as error:
        of_row(row(end_date="2021", end_status="ongoing"), None, TODAY)
    assert error.value.field == "end_status"


def test_stints_that_only_touch_do_not_overlap():
    first, then = stored("J1", start="2018-01-01", end="2019-01-01"), stored("J2", start="2019-01-01")
    assert not first.overlaps(then)
    assert then.overlaps(stored("J3", start="2018-12-31", end="2019-01-02"))


def test_the_six_fields_with_their_defaults_make_the_uid():
    assert follows("A1", "C1", {}) == follows("A1", "C1", {"kind": "employee", "department": "Sales"})
    assert follows("A1", "C1", {}) != follows("C1", "A1", {})
    assert follows("A1", "C1", {"start": "2019"}) != follows("A1", "C1", {"end": "2019"})
