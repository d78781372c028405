"""The reference against numbers worked out by hand, and against an even plainer count of days."""

from __future__ import annotations

import csv
import itertools
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from . import brute, strategies
from .world import Account, Contact, Interaction, Job, Rating, User, World, write_bundle

NOW = datetime(2018, 6, 1, 9, 30, tzinfo=UTC)
D = date(2018, 6, 1)
START_OF_D = datetime(2018, 6, 1, tzinfo=UTC)


def job(uid: str, contact: str, account: str, start: str | None, end: str | None = None, **changes: object) -> Job:
    fields = {
        "title": "T",
        "department": None,
        "role": None,
        "kind": "employee",
        "primary": False,
        "end_status": "ended" if end else "ongoing",
        "verified_on": D,
    }
    return Job(uid, contact, account, start=start, end=end, **(fields | changes))


def met(event: str, user: str, contact: str, at: datetime, **changes: object) -> Interaction:
    fields = {"channel": "video", "direction": "both", "participants": 2}
    return Interaction(event, user, contact, at, **(fields | changes))


def world(
    jobs: tuple[Job, ...] = (),
    interactions: tuple[Interaction, ...] = (),
    ratings: tuple[Rating, ...] = (),
    accounts: tuple[Account, ...] = (),
    users: tuple[User, ...] = (User("U1", "One"),),
) -> World:
    """Contacts and, where not given, accounts are those the rows name."""
    rows = (*jobs, *interactions, *ratings)
    own = [user.contact_uid for user in users if user.contact_uid]
    contacts = tuple(Contact(uid, uid) for uid in sorted({row.contact for row in rows} | set(own)))
    given_uids = {account.uid for account in accounts}
    others = tuple(Account(uid, uid) for uid in sorted({row.account for row in jobs} - given_uids))
    return World(accounts + others, contacts, users, jobs, interactions, ratings, D)


def test_a_job_is_written_as_the_bundle_says(tmp_path) -> None:
    write_bundle(world((job("J1", "P1", "A, B", "2019", "2020-05"),), users=(User("U1", "One", True, "P9"),)), tmp_path)
    with (tmp_path / "works_at.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row == {
        "job_id": "J1",
        "contact_id": "P1",
        "account_id": "A, B",
        "title": "T",
        "department": "",
        "role": "",
        "kind": "employee",
        "primary": "false",
        "start_date": "2019",
        "end_date": "2020-05",
        "end_status": "ended",
        "verified_on": "2018-06-01",
    }
    with (tmp_path / "users.csv").open(encoding="utf-8", newline="") as file:
        assert [user["contact_id"] for user in csv.DictReader(file)] == ["P9"]


# --- design 03: bounds -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entered", "start_min", "start_max"),
    [
        ("2019-05-17", "2019-05-17", "2019-05-17"),
        ("2019-05", "2019-05-01", "2019-05-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_start_bounds(entered, start_min, start_max) -> None:
    found = brute.bounds(job("J", "P", "A", entered))
    assert (str(found.start_min), str(found.start_max)) == (start_min, start_max)
    assert (str(found.end_min), str(found.end_max)) == ("9999-12-31", "9999-12-31")


@pytest.mark.parametrize(
    ("entered", "end_min", "end_max"),
    [
        ("2021-06-30", "2021-06-30", "2021-06-30"),
        ("2021-06", "2021-06-01", "2021-07-01"),
        ("2021-12", "2021-12-01", "2022-01-01"),
        ("2021", "2021-01-01", "2022-01-01"),
    ],
)
def test_end_bounds_and_an_unknown_start_before_them(entered, end_min, end_max) -> None:
    found = brute.bounds(job("J", "P", "A", None, entered))
    assert (str(found.end_min), str(found.end_max)) == (end_min, end_max)
    assert (str(found.start_min), str(found.start_max)) == ("0001-01-01", end_min)


@pytest.mark.parametrize(
    ("start", "end_status", "expected"),
    [
        (None, "ongoing", ("0001-01-01", "2018-06-01", "9999-12-31", "9999-12-31")),
        (None, "ended", ("0001-01-01", "2018-06-01", "2018-06-01", "2018-06-01")),
        ("2016", "ended", ("2016-01-01", "2016-12-31", "2016-12-31", "2018-06-01")),
        ("2018", "ended", ("2018-01-01", "2018-12-31", "2018-06-01", "2018-06-01")),
    ],
)
def test_bounds_without_an_end(start, end_status, expected) -> None:
    found = brute.bounds(job("J", "P", "A", start, end_status=end_status))
    assert tuple(map(str, (found.start_min, found.start_max, found.end_min, found.end_max))) == expected


# --- design 03: who was where ----------------------------------------------------------------------------------------


def test_there_from_the_start_day_to_the_day_before_the_end() -> None:
    w = world((job("J", "P", "A", "2016-05-17", "2018-06-01"),))

    def current(day: str) -> list[bool]:
        return [row.current for row in brute.jobs(w, "P", date.fromisoformat(day), NOW)]

    assert current("2016-05-16") == []
    assert current("2016-05-17") == [True]
    assert current("2018-05-31") == [True]
    assert current("2018-06-01") == [False]


def test_jobs_are_ordered_by_start_with_unknown_starts_first() -> None:
    w = world((job("J1", "P", "A", "2016"), job("J2", "P", "A", "2015-06"), job("J3", "P", "B", None)))
    assert [row.uid for row in brute.jobs(w, "P", None, NOW)] == ["J3", "J2", "J1"]
    assert [row.certain for row in brute.jobs(w, "P", date(2016, 6, 1), NOW)] == [False, True, False]


def test_people_current_former_and_returned() -> None:
    w = world(
        (
            job("J1", "gone", "A", "2015", "2016"),
            job("J2", "back", "A", "2015", "2016-02-01"),
            job("J3", "back", "A", "2017"),
            job("J4", "later", "A", "2018-06-02"),
            job("J5", "maybe", "A", "2018"),
        )
    )
    assert [p.contact for p in brute.people(w, "A", "current", D, NOW)] == ["back", "maybe"]
    assert [p.contact for p in brute.people(w, "A", "former", D, NOW)] == ["gone"]
    everybody = brute.people(w, "A", "all", D, NOW)
    assert [(p.contact, p.certain) for p in everybody] == [("back", True), ("gone", False), ("maybe", False)]
    assert everybody[0].jobs == ("J2", "J3")


def test_employer_of_a_day() -> None:
    w = world(
        (
            job("J1", "P", "A", "2015-01-01", "2018-01-01"),
            job("J2", "P", "B", "2016-01-01", "2018-01-01"),
            job("J3", "P", "C", "2014-01-01", "2017-01-01", primary=True),
        )
    )
    assert brute.employer_on(w, "P", date(2016, 6, 1)) == "C"  # the primary one
    assert brute.employer_on(w, "P", date(2017, 6, 1)) == "B"  # the later start
    assert brute.employer_on(w, "P", date(2018, 1, 1)) is None


# --- colleagues ------------------------------------------------------------------------------------------------------


def stretches(jobs: tuple[Job, ...], as_of: date | None = D, **rest: object) -> tuple[brute.Stretch, ...]:
    """Of P with Q."""
    found = brute.colleagues(world(jobs, **rest), "P", as_of, NOW)
    assert [c.contact for c in found] in ([], ["Q"])
    return found[0].shared if found else ()


def shown(found: tuple[brute.Stretch, ...]) -> list[tuple]:
    return [(str(s.from_), str(s.to), s.certain_days, s.possible_days) for s in found]


def test_touching_stints_do_not_overlap() -> None:
    assert stretches((job("J1", "P", "A", "2015-01-01", "2016-01-01"), job("J2", "Q", "A", "2016-01-01"))) == ()


def test_one_day_overlaps() -> None:
    found = stretches((job("J1", "P", "A", "2015-01-01", "2016-01-02"), job("J2", "Q", "A", "2016-01-01")))
    assert shown(found) == [("2016-01-01", "2016-01-02", 1, 1)]


def test_partial_dates_give_certain_and_possible_days() -> None:
    found = stretches((job("J1", "P", "A", "2016", "2017-06"), job("J2", "Q", "A", "2015")))
    # certain 2016-12-31 to 2017-06-01 (1+31+28+31+30+31), possible 2016-01-01 to 2017-07-01 (366+181)
    assert shown(found) == [("2016-01-01", "2017-07-01", 152, 547)]


def test_possible_only() -> None:
    found = stretches((job("J1", "P", "A", "2016", "2017-01-01"), job("J2", "Q", "A", "2016", "2017-01-01")))
    assert shown(found) == [("2016-01-01", "2017-01-01", 1, 366)]
    found = stretches((job("J1", "P", "A", "2016", "2016"), job("J2", "Q", "A", "2016", "2016")))
    assert shown(found) == [("2016-01-01", "2017-01-01", 0, 366)]


def test_still_there_has_no_end_and_is_cut_at_the_day() -> None:
    jobs = (job("J1", "P", "A", "2018-05-01"), job("J2", "Q", "A", "2018-05-22", "2018-06-02"))
    assert shown(stretches(jobs)) == [("2018-05-22", "None", 10, 10)]
    assert shown(stretches(jobs, None)) == [("2018-05-22", "None", 10, 10)]
    assert shown(stretches(jobs, date(2018, 6, 2))) == [("2018-05-22", "2018-06-02", 11, 11)]
    assert stretches(jobs, date(2018, 5, 22)) == ()
    assert len(stretches(jobs, date(2018, 5, 23))) == 1


def test_a_stint_that_begins_on_the_day_continues_the_one_that_ends_on_it() -> None:
    jobs = (job("J1", "P", "A", "2017-06-01", "2018-06-01"), job("J2", "P", "A", "2018-06-01"))
    other = job("J3", "Q", "A", "2017-06-01")
    assert shown(stretches((*jobs, other))) == [("2017-06-01", "None", 365, 365)]
    assert shown(stretches((jobs[0], other))) == [("2017-06-01", "2018-06-01", 365, 365)]


def test_stints_of_one_person_are_united_before_measuring() -> None:
    own = (
        job("J1", "P", "A", "2016-01-01", "2016-07-01"),
        job("J2", "P", "A", "2016-04-01", "2016-10-01"),
        job("J3", "P", "A", "2016-10-01", "2017-01-01"),
    )
    assert shown(stretches((*own, job("J4", "Q", "A", "2010-01-01")))) == [("2016-01-01", "2017-01-01", 366, 366)]


def test_certain_and_possible_parts_are_united_separately() -> None:
    own = (job("J1", "P", "A", "2015-01-01", "2016"), job("J2", "P", "A", "2016", "2017-01-31"))
    # certain: 2015-01-01 to 2016-01-01 and 2016-12-31 to 2017-01-31
    assert shown(stretches((*own, job("J4", "Q", "A", "2010-01-01")))) == [("2015-01-01", "2017-01-31", 396, 761)]


def test_a_return_makes_two_stretches() -> None:
    own = (job("J1", "P", "A", "2015-01-01", "2015-02-01"), job("J2", "P", "A", "2016-01-01", "2016-02-01"))
    found = stretches((*own, job("J4", "Q", "A", "2010-01-01")))
    assert shown(found) == [("2015-01-01", "2015-02-01", 31, 31), ("2016-01-01", "2016-02-01", 31, 31)]
    expected = 0.7 * (1 - 2.718281828459045 ** (-(62 / 30.4375) / 18)) * (50 / 500) ** 0.5
    expected *= 0.5 ** ((date(2018, 6, 1) - date(2016, 2, 1)).days / 365.25 / 5) * 0.7
    assert brute.colleague_strength(found, D) == pytest.approx(expected)


def test_an_unknown_start_is_unknown_for_the_whole_united_interval() -> None:
    own = (job("J1", "P", "A", None, "2016-01-01"), job("J2", "P", "A", "2016-01-01", "2017-01-01"))
    (found,) = stretches((*own, job("J4", "Q", "A", "2015-01-01")))
    assert (found.from_, str(found.to), found.certain_days, found.possible_days) == (None, "2017-01-01", 366, None)
    assert found.overlap_days == 731
    assert brute.overlap_months(found) == 12
    (apart,) = stretches((own[0], replace(own[1], start="2016-01-02"), job("J4", "Q", "A", "2016-01-02")))
    assert shown((apart,)) == [("2016-01-02", "2017-01-01", 365, 365)]


def test_an_unknown_start_counts_fewer_than_twelve_months_as_they_are() -> None:
    (found,) = stretches((job("J1", "P", "A", None, "2016-01-01"), job("J2", "Q", "A", "2015-11-02")))
    assert (found.certain_days, found.overlap_days) == (0, 60)
    assert brute.overlap_months(found) == pytest.approx(30 / 30.4375)


def test_an_unknown_start_of_somebody_ongoing_is_certain_from_verified_on() -> None:
    own = job("J1", "P", "A", None, verified_on=date(2017, 6, 1))
    assert stretches((own, job("J2", "Q", "A", "2010-01-01")))[0].certain_days == 365


def test_no_shared_workplace_at_a_placeholder_nor_with_oneself() -> None:
    jobs = (job("J1", "P", "A", "2010"), job("J2", "P", "A", "2011"), job("J3", "Q", "A", "2010"))
    assert stretches(jobs, accounts=(Account("A", "Freelance", placeholder=True),)) == ()
    assert brute.colleagues(world(jobs[:2]), "P", D, NOW) == []


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        (Account("A", "A", employee_count=1200, size_band="11-50"), 1200),
        (Account("A", "A", size_band="11-50"), 30.5),
        (Account("A", "A", size_band="10001+"), 20002),
        (Account("A", "A"), 500),
    ],
)
def test_how_many_people(account, expected) -> None:
    jobs = (job("J1", "P", "A", "2010", department="Sales"), job("J2", "Q", "A", "2010", department="Support"))
    assert stretches(jobs, accounts=(account,))[0].people == expected


def test_a_shared_department_is_noticed_and_leaves_the_number_of_people() -> None:
    shared = (
        job("J1", "P", "A", "2010", department=" Straße"),
        job("J2", "Q", "A", "2010", department="STRASSE"),
        job("J3", "P", "A", "2011", department="R&D"),
        job("J4", "Q", "A", "2011", department="R&D"),
    )
    found = brute.colleagues(world(shared), "P", D, NOW)
    q = next(c for c in found if c.contact == "Q")
    assert {(s.people, s.same_department) for s in q.shared} == {(500, True)}


def test_a_department_is_shared_at_the_same_time_or_not_at_all() -> None:
    jobs = (
        job("J1", "P", "A", "2010-01-01", "2012-01-01", department="Sales"),
        job("J2", "Q", "A", "2010-01-01", "2011-01-01", department="R&D"),
        job("J3", "Q", "A", "2012-01-01", "2014-01-01", department="Sales"),
    )
    (found,) = stretches(jobs)
    assert (found.people, found.same_department) == (500, False)


def test_a_department_shared_only_from_the_day_on_is_not_shared() -> None:
    jobs = (
        job("J1", "P", "A", "2010-01-01", department="Sales"),
        job("J2", "Q", "A", "2010-01-01", department="R&D"),
        job("J3", "Q", "A", "2018-06-01", department="Sales"),
    )
    assert [s.same_department for s in stretches(jobs)] == [False]
    assert [s.same_department for s in stretches(jobs, date(2018, 6, 2))] == [True]


def test_below_one_month_the_strength_is_zero() -> None:
    def strength(end: str) -> float:
        own = job("J1", "P", "A", "2016-01-01", end)
        return brute.colleague_strength(stretches((own, job("J2", "Q", "A", "2010-01-01"))), D)

    assert strength("2016-01-31") == 0
    assert strength("2016-02-01") > 0


def test_the_strongest_account_counts() -> None:
    jobs = (
        job("J1", "P", "A", "2010-01-01"),
        job("J2", "Q", "A", "2010-01-01"),
        job("J3", "P", "B", "2016-01-01"),
        job("J4", "Q", "B", "2016-01-01"),
    )
    found = stretches(jobs)
    apart = [brute.colleague_strength([s], D) for s in found]
    assert brute.colleague_strength(found, D) == max(apart)
    assert apart[0] > apart[1]


# --- ties ------------------------------------------------------------------------------------------------------------


def many(count: int, days_ago: float, **changes: object) -> list[Interaction]:
    at = START_OF_D - timedelta(days=days_ago)
    return [met(f"{changes}{n}", "U1", "P", at, **changes) for n in range(count)]


def strength(rows: list[Interaction], as_of: date | None = D) -> float:
    return brute.tie_strength(world(interactions=tuple(rows)), "U1", "P", as_of, NOW)


def test_the_examples_of_design_04() -> None:
    assert strength(many(1, 7)) == pytest.approx(0.2562, abs=5e-5)
    assert strength(many(10, 1e-9, channel="email", direction="out")) == pytest.approx(0.2212, abs=5e-5)
    both_ways = {"days_ago": 1e-9, "channel": "email"}
    mails = many(3, direction="out", **both_ways) + many(3, direction="in", **both_ways)
    assert strength(many(2, 1e-9) + mails) == pytest.approx(0.6988, abs=5e-5)
    older = [replace(row, at=row.at - timedelta(days=730)) for row in many(2, 1e-9) + mails]
    assert strength(older) == pytest.approx(0.2592, abs=5e-5)


@pytest.mark.parametrize(("participants", "factor"), [(2, 1), (3, 1 / 2), (5, 1 / 4), (9, 1 / 8), (10, 0), (40, 0)])
def test_groups_count_less(participants, factor) -> None:
    assert brute.group_factor(participants) == factor


def test_a_big_event_is_a_tie_of_strength_zero() -> None:
    found = brute.tie(world(interactions=tuple(many(1, 7, participants=10))), "U1", "P", D, NOW)
    assert found is not None
    assert (found.strength, found.interactions) == (0, 1)
    assert brute.tie(world(interactions=tuple(many(1, 7))), "U2", "P", D, NOW) is None


def test_what_is_visible_as_of_a_day_and_now() -> None:
    rows = [
        met("E1", "U1", "P", START_OF_D - timedelta(seconds=1)),
        met("E2", "U1", "P", START_OF_D.astimezone(timezone(timedelta(hours=-5)))),  # 31 May there, 1 June UTC
        met("E3", "U1", "P", NOW),
        met("E4", "U1", "P", NOW + timedelta(seconds=1)),
    ]
    w = world(interactions=tuple(rows))
    as_of = brute.tie(w, "U1", "P", D, NOW)
    at_now = brute.tie(w, "U1", "P", None, NOW)
    assert as_of is not None
    assert at_now is not None
    assert (as_of.interactions, at_now.interactions) == (1, 3)
    assert (at_now.first_at, at_now.last_at) == (rows[0].at, NOW)


def test_an_event_counts_once_per_user_and_contact() -> None:
    row = met("E1", "U1", "P", START_OF_D - timedelta(days=7), participants=3)
    assert strength([row, row, replace(row, user="U2"), replace(row, contact="Q")]) == strength([row])


def test_a_rating_is_a_floor_and_a_tie() -> None:
    rating = Rating("U1", "P", 4, START_OF_D - timedelta(days=730))
    assert brute.tie_strength(world(ratings=(rating,)), "U1", "P", D, NOW) == pytest.approx(0.325)
    stronger = world(interactions=tuple(many(2, 7)), ratings=(rating,))
    assert brute.tie_strength(stronger, "U1", "P", D, NOW) == strength(many(2, 7)) > 0.325
    later = world(ratings=(replace(rating, at=START_OF_D),))
    assert brute.tie(later, "U1", "P", D, NOW) is None
    assert brute.tie_strength(later, "U1", "P", None, START_OF_D) == 0.65


# --- paths -----------------------------------------------------------------------------------------------------------

RATED = tuple(Rating("U1", contact, 5, START_OF_D - timedelta(seconds=1)) for contact in ("P", "Q", "R"))
TIE = 0.85 * 0.5 ** (1 / 86400 / 730)


def paths(w: World, **rest: object) -> list[brute.Path]:
    arguments = {"users": None, "as_of": D, "now": NOW, "min_score": 0}
    return brute.warm_paths(w, "T", **(arguments | rest))


def together(uid: str, first: str, second: str, account: str, start: str = "2010-01-01", end: str | None = None):
    return job(f"{uid}a", first, account, start, end), job(f"{uid}b", second, account, start, end)


def test_the_item_of_design_08() -> None:
    pair = (
        job("Ja", "P2", "A9", "2015-12-01", "2017-09-11", department="Engineering"),
        job("Jb", "P3", "A9", "2015-01-01", department="Engineering"),
    )
    found = brute.shared_stretches(
        world(pair, accounts=(Account("A9", "A9", employee_count=1200),)), "P2", "P3", brute.moment(D, NOW)
    )
    assert shown(found) == [("2015-12-01", "2017-09-11", 650, 650)]
    assert found[0].people == 1200
    hop = brute.colleague_strength(found, D)
    assert hop == pytest.approx(0.0898, abs=5e-5)
    assert 0.62 * hop * 0.85 == pytest.approx(0.0473, abs=5e-5)
    assert brute.band(0.62 * hop * 0.85, "certain") == "possible"


def test_direct_path() -> None:
    w = world((job("J", "P", "T", "2016", role="influencer"), job("J2", "Q", "B", "2016")), ratings=RATED[:2])
    (path,) = paths(w)
    assert (path.kind, path.user, path.contacts, path.connectors) == ("direct", "U1", ("P",), ())
    assert path.score == pytest.approx(TIE)
    assert path.rank == pytest.approx(TIE * 0.8)
    assert (path.band, path.certainty, path.weakest_hop, path.moved_from) == ("strong", "certain", 0, None)


def test_direct_path_to_somebody_only_possibly_there() -> None:
    (path,) = paths(world((job("J", "P", "T", "2018"),), ratings=RATED[:1]))
    assert path.score == pytest.approx(TIE)
    assert (path.certainty, path.band) == ("possible", "possible")


def test_former_colleague_through_another_account_and_through_the_target() -> None:
    shared = together("J1", "P", "Q", "B", "2016-01-01", "2017-01-01")
    now_at_target = job("J2", "Q", "T", "2010-01-01")
    earlier_there = job("J3", "P", "T", "2015-01-01", "2016-01-01")
    (path,) = paths(world((*shared, now_at_target), ratings=RATED[:1]))
    assert (path.kind, path.contacts, path.connectors, path.target) == ("former_colleague", ("P", "Q"), ("P",), "Q")
    hop = brute.colleague_formula(366 / 30.4375, 500, 516 / 365.25, same_department=False)
    assert path.strengths == pytest.approx((TIE, hop))
    assert path.score == pytest.approx(TIE * hop * 0.85)
    assert (path.weakest_hop, path.certainty, path.relevance) == (1, "certain", 0.6)
    (both,) = paths(world((*shared, now_at_target, earlier_there), ratings=RATED[:1]))
    assert [s.account for s in both.shared[0]] == ["B", "T"]
    assert both.score == path.score


def test_somebody_at_the_target_is_no_connector() -> None:
    jobs = (*together("J1", "P", "Q", "B"), job("J2", "P", "T", "2010"), job("J3", "Q", "T", "2010"))
    assert [p.contacts for p in paths(world(jobs, ratings=RATED[:1]))] == [("P",)]


def test_chain() -> None:
    jobs = (*together("J1", "P", "Q", "B"), *together("J2", "Q", "R", "C"), job("J3", "R", "T", "2010"))
    found = paths(world(jobs, ratings=RATED[:1]))
    assert [(p.kind, p.contacts) for p in found] == [("chain", ("P", "Q", "R"))]
    assert found[0].score == pytest.approx(TIE * found[0].strengths[1] ** 2 * 0.85**2)
    assert [[s.account for s in hop] for hop in found[0].shared] == [["B"], ["C"]]
    at_target = (*jobs, job("J4", "Q", "T", "2018-06-01"))
    assert [p.contacts for p in paths(world(at_target, ratings=RATED[:1]))] == [("P", "Q")]


def test_kinds_users_and_min_score() -> None:
    jobs = (*together("J1", "P", "Q", "B"), *together("J2", "Q", "R", "C"), job("J3", "R", "T", "2010"))
    users = (User("U1", "One"), User("U2", "Two", active=False))
    ratings = (*RATED, Rating("U2", "R", 1, START_OF_D - timedelta(days=1)))
    w = world(jobs, ratings=ratings, users=users)
    assert {(p.kind, p.user) for p in paths(w)} == {("direct", "U1"), ("former_colleague", "U1"), ("chain", "U1")}
    assert {(p.kind, p.user) for p in paths(w, users=["U2"])} == {("direct", "U2")}
    assert {p.kind for p in paths(w, kinds=["chain"])} == {"chain"}
    assert [p.kind for p in paths(w, min_score=0.3)] == ["direct"]


def test_a_path_of_score_zero_is_kept_only_with_min_score_zero() -> None:
    jobs = (*together("J1", "P", "Q", "B", "2016-01-01", "2016-01-31"), job("J2", "Q", "T", "2010"))
    w = world(jobs, ratings=RATED[:1])
    assert [p.score for p in paths(w)] == [0]
    assert paths(w, min_score=None) == []


def test_a_users_own_contact_is_nowhere_on_the_path() -> None:
    jobs = (*together("J1", "P", "Q", "B"), *together("J2", "Q", "R", "C"), job("J3", "R", "T", "2010"))
    for own in "PQR":
        w = world(jobs, ratings=RATED, users=(User("U1", "One", True, own),))
        assert all(own not in p.contacts for p in paths(w))
    other = world(jobs, ratings=RATED, users=(User("U1", "One"), User("U2", "Two", True, "Q")))
    assert any("Q" in p.contacts for p in paths(other))


def test_one_possible_account_makes_the_path_possible() -> None:
    certain = together("J1", "P", "Q", "B")
    possible = together("J2", "P", "Q", "C", "2016", "2016")
    there = job("J3", "Q", "T", "2010")
    assert paths(world((*certain, there), ratings=RATED[:1]))[0].certainty == "certain"
    assert paths(world((*certain, *possible, there), ratings=RATED[:1]))[0].certainty == "possible"


def test_bands() -> None:
    assert [brute.band(s, "certain") for s in (0.3, 0.29, 0.1, 0.09, 0.01, 0.009)] == [
        "strong",
        "good",
        "good",
        "possible",
        "possible",
        "weak",
    ]
    assert [brute.band(s, "possible") for s in (0.3, 0.1, 0.01, 0.009)] == ["possible"] * 3 + ["weak"]


@pytest.mark.parametrize(
    ("verified", "factor"),
    [("2018-06-01", 1), ("2017-06-01", 1), ("2017-05-31", 0.9), ("2016-06-01", 0.9), ("2016-05-31", 0.7)],
)
def test_the_verified_factor(verified, factor) -> None:
    on = date.fromisoformat(verified)
    stale = job("J0", "P", "T", "2010", verified_on=date(2010, 1, 1))
    (path,) = paths(world((stale, job("J", "P", "T", "2010", verified_on=on)), ratings=RATED[:1]))
    assert path.verified_factor == factor
    assert path.score == pytest.approx(TIE * factor)


def test_relevance_is_the_best_of_the_jobs_held_now() -> None:
    jobs = (
        job("J1", "P", "T", "2010", "2015", role="decision_maker"),
        job("J2", "P", "T", "2016", role="user"),
        job("J3", "P", "T", "2016", role="influencer"),
    )
    assert paths(world(jobs, ratings=RATED[:1]))[0].relevance == 0.8


def test_max_unit_counts_all_stints_of_all_times() -> None:
    later = job("J9", "Z", "B", "2019-01-01")
    w = world((*together("J1", "P", "Q", "B"), later, job("J2", "Q", "T", "2010")), ratings=RATED[:1])
    assert len(paths(w, max_unit=3)) == 1
    assert paths(w, max_unit=2) == []
    assert len(paths(w, max_unit=0)) == 1
    skipped = brute.not_searched(w, "T", None, D, NOW, max_unit=2)
    assert [(n.account, n.stints, n.people) for n in skipped] == [("B", 3, 3)]
    assert brute.not_searched(w, "T", None, D, NOW, max_unit=3) == []
    assert brute.not_searched(w, "T", None, D, NOW, kinds=["direct"], max_unit=2) == []
    freelance = replace(w, accounts=tuple(replace(a, placeholder=a.uid == "B") for a in w.accounts))
    assert brute.not_searched(freelance, "T", None, D, NOW, max_unit=2) == []


def test_moved_from() -> None:
    jobs = (
        job("J1", "P", "B", "2010-01-01", "2017-01-01"),
        job("J2", "P", "T", "2017"),
        job("J3", "P", "C", "2016-06-01", "2017-01-01"),
    )

    def moved(at: datetime) -> str | None:
        return paths(world(jobs, interactions=(met("E", "U1", "P", at),)))[0].moved_from

    assert moved(datetime(2016, 5, 1, tzinfo=UTC)) == "B"
    assert moved(datetime(2016, 12, 31, 23, 59, tzinfo=UTC)) == "C"
    assert moved(datetime(2017, 1, 1, 1, tzinfo=timezone(timedelta(hours=8)))) == "C"  # 31 December in UTC
    assert moved(datetime(2017, 1, 1, tzinfo=UTC)) is None  # possibly at the target already
    assert moved(datetime(2009, 1, 1, tzinfo=UTC)) is None
    later = met("E2", "U1", "P", datetime(2018, 1, 1, tzinfo=UTC))
    earlier = met("E1", "U1", "P", datetime(2016, 1, 1, tzinfo=UTC))
    assert paths(world(jobs, interactions=(earlier, later)))[0].moved_from is None


def test_moved_from_is_for_direct_paths_only() -> None:
    jobs = (*together("J1", "P", "Q", "B"), job("J2", "Q", "T", "2010"))
    (path,) = paths(world(jobs, interactions=(met("E", "U1", "P", datetime(2016, 5, 1, tzinfo=UTC)),)))
    assert (path.kind, path.moved_from) == ("former_colleague", None)


def test_equal_ranks_are_ordered_by_user_and_contacts() -> None:
    jobs = tuple(job(f"J{c}", c, "T", "2010") for c in "PQ")
    users = (User("U2", "Two"), User("U1", "One"))
    ratings = tuple(Rating(user.uid, c, 5, START_OF_D - timedelta(days=1)) for user in users for c in "QP")
    found = [(p.user, p.contacts) for p in paths(world(jobs, ratings=ratings, users=users))]
    assert found == [("U1", ("P",)), ("U1", ("Q",)), ("U2", ("P",)), ("U2", ("Q",))]
    known = paths(world(jobs, ratings=ratings, users=users))
    assert brute.misordered(known, found) == []
    assert len(brute.misordered(known, found[::-1])) == 3


def test_account_warmth_takes_the_best_path_of_five_first_contacts() -> None:
    jobs = tuple(job(f"J{n}", f"C{n}", "T", "2010") for n in range(6))
    users = (User("U1", "One"), User("U2", "Two"))
    at = START_OF_D - timedelta(days=730)
    ratings = [Rating("U1", f"C{n}", 2, at) for n in range(6)] + [Rating("U2", "C0", 4, at)]
    found = paths(world(jobs, ratings=tuple(ratings), users=users))
    assert brute.account_warmth(found) == pytest.approx(1 - (1 - 0.325) * (1 - 0.125) ** 4)
    assert brute.account_warmth([]) == 0


# --- properties ------------------------------------------------------------------------------------------------------

FIRST = date(2009, 1, 1)  # before every date of the pool; unknown starts reach further back


@given(scenario=strategies.scenarios())
@settings(deadline=None)
def test_stretches_equal_a_count_day_by_day(scenario) -> None:
    w, at = scenario.world, brute.moment(scenario.as_of, scenario.now)
    calendar = [FIRST + timedelta(days=n) for n in range((at.day - FIRST).days)]
    first, second = w.contacts[0].uid, w.contacts[1].uid
    for account in w.accounts:
        found = brute.stretches_at(w, first, second, account.uid, at)
        possible, certain = days_together(w, (first, second), account.uid, calendar)
        assert sum(s.certain_days for s in found) == len(certain)
        known = [s for s in found if s.from_ is not None]
        assert all(s.overlap_days == s.possible_days for s in known)
        covered = {day for s in known for day in calendar if s.from_ <= day and (s.to is None or day < s.to)}
        assert covered == possible - before_any_gap(w, (first, second), account.uid, calendar)
        runs = sum(day - timedelta(days=1) not in possible for day in possible)
        assert len(found) == runs


def days_together(w: World, pair: tuple[str, str], account: str, calendar: list[date]) -> tuple[set[date], set[date]]:
    possible, certain = [], []
    for contact in pair:
        own = [brute.bounds(j) for j in w.jobs if (j.contact, j.account) == (contact, account)]
        possible.append({day for day in calendar if any(b.start_min <= day < b.end_max for b in own)})
        certain.append({day for day in calendar if any(b.start_max <= day < b.end_min for b in own)})
    return possible[0] & possible[1], certain[0] & certain[1]


def before_any_gap(w: World, pair: tuple[str, str], account: str, calendar: list[date]) -> set[date]:
    """Days on which one of the two has been there, without a gap, since nobody knows when."""
    result = set()
    for contact in pair:
        own = [brute.bounds(j) for j in w.jobs if (j.contact, j.account) == (contact, account)]
        result |= set(
            itertools.takewhile(lambda day, own=own: any(b.start_min <= day < b.end_max for b in own), calendar)
        )
    return result


@given(question=strategies.questions(inactive_users=True), seed=st.integers())
@settings(deadline=None)
def test_the_order_of_rows_changes_nothing(question, seed) -> None:
    w, shuffle = question.world, random.Random(seed)
    parts = ("accounts", "contacts", "users", "jobs", "interactions", "ratings")
    mixed = replace(w, **{name: tuple(shuffle.sample(getattr(w, name), len(getattr(w, name)))) for name in parts})
    found = brute.warm_paths(**question.arguments())
    again = brute.warm_paths(**(question.arguments() | {"world": mixed}))
    assert {p.contacts: pytest.approx(p.score) for p in found if p.user == "U1"} == {
        p.contacts: p.score for p in again if p.user == "U1"
    }
    assert {identity(p) for p in found} == {identity(p) for p in again}


def identity(path: brute.Path) -> tuple:
    return path.kind, path.user, path.contacts, path.certainty, path.shared, path.moved_from


@given(question=strategies.questions())
@settings(deadline=None)
def test_what_holds_for_every_answer(question) -> None:
    w = question.world
    everything = brute.warm_paths(**(question.arguments() | {"kinds": brute.KINDS, "max_unit": 0, "min_score": 0}))
    found = brute.warm_paths(**question.arguments())
    assert {(p.user, p.contacts) for p in found} <= {(p.user, p.contacts) for p in everything}
    there = {p.contact for p in brute.people(w, question.account, "current", question.as_of, question.now)}
    for path in found:
        assert path.target in there
        assert not there & set(path.connectors)
        assert len(set(path.contacts)) == len(path.contacts)
        assert 0 <= path.score <= min(path.strengths)
    assert brute.misordered(found, [(p.user, p.contacts) for p in found]) == []


@given(scenario=strategies.scenarios())
@settings(deadline=None)
def test_colleagues_are_mutual(scenario) -> None:
    for contact in scenario.world.contacts:
        for other in brute.colleagues(scenario.world, contact.uid, scenario.as_of, scenario.now):
            back = brute.colleagues(scenario.world, other.contact, scenario.as_of, scenario.now)
            assert other.shared in [c.shared for c in back if c.contact == contact.uid]


@given(w=strategies.worlds())
@settings(deadline=None)
def test_worlds_are_importable(w) -> None:
    stints = [(j, brute.bounds(j)) for j in w.jobs]
    assert all(b.start_min < b.end_max for _, b in stints)
    assert not any(j.end and j.end_status == "ongoing" for j in w.jobs)
    assert len({(j.contact, j.account, j.title, j.kind, j.start, j.end) for j in w.jobs}) == len(w.jobs)
    for (j, b), (k, c) in itertools.combinations(stints, 2):
        if j.primary and k.primary and j.contact == k.contact:
            assert max(b.start_min, c.start_min) >= min(b.end_max, c.end_max)
    assert len({(r.user, r.contact) for r in w.ratings}) == len(w.ratings)
    assert len({(i.id, i.user, i.contact) for i in w.interactions}) == len(w.interactions)
