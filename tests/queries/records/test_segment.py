"""Each condition of a segment, on a world with each of its boundaries; today is the day of tests/worlds/build.py."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from worlds import build
from worlds.build import TODAY

from graphcrm.access import EVERYTHING, Sight
from graphcrm.graph import Graph
from graphcrm.queries.records.conditions import CONDITIONS, LATELY
from graphcrm.queries.records.kinds import KINDS
from graphcrm.queries.records.listing import Way, composed, counted, listing
from graphcrm.queries.records.segment import One, part, span, tells

CUSTOMER, OTHER = ["customer", "loyal"], ["customer"]
SILENT = 60


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def at(days: int, hour: int = 12) -> datetime:
    return datetime.combine(TODAY - timedelta(days=days), time(hour), UTC)


def one(by: str, *, negated: bool = False, **values: Any) -> One:
    return One(by, negated, values)


def found(graph: Graph, *groups: One | list[One], kind: str = "contact", me: str = "u") -> set[str]:
    """Who is in a segment: of a list, in another order, and counted, and all three say the same."""
    asked = part(kind, [group if isinstance(group, list) else [group] for group in groups], on=TODAY, me=me)
    rows = {row.uid for row in listing(graph, kind=kind, on=TODAY, segment=asked)}
    assert counted(graph, kind=kind, on=TODAY, segment=asked, most=1_000) == len(rows)
    assert {row.uid for row in listing(graph, kind=kind, on=TODAY, segment=asked, sort="-created_at")} == rows
    return rows


@pytest.fixture
def world(graph: Graph) -> Graph:
    """Customers cust and loyal, the prospect pros, other (nothing is known of it), and free, a placeholder."""
    build.user(graph, "u"), build.user(graph, "v")
    for uid, lifecycle in (("cust", "customer"), ("loyal", "loyal"), ("pros", "prospect"), ("other", None)):
        build.account(graph, uid, uid.title(), lifecycle=lifecycle, industry="Steel" if uid == "pros" else None)
    build.account(graph, "free", "Freelance", lifecycle="customer", placeholder=True)
    return graph


def person(graph: Graph, uid: str, *jobs: tuple[Any, ...], **props: Any) -> None:
    """A contact with jobs: an account, the start, and the end, "ended" for one that nobody knows."""
    build.contact(graph, uid, uid.title(), **props)
    for account, start, end in jobs:
        ended = end == "ended"
        build.job(graph, uid, account, start=start, end=None if ended else end, ended=ended)


LEFT = one("left", span="within", days=90, value=CUSTOMER)
NOW_ELSEWHERE = one("at_lifecycle_other", value=CUSTOMER)


def test_who_has_left_a_customer_within_90_days_and_is_now_at_none(world: Graph) -> None:
    person(world, "moved", ("cust", "2020", ago(30)), ("pros", ago(30), None))
    person(world, "exactly", ("cust", "2020", ago(90)), ("pros", ago(90), None))
    person(world, "today", ("cust", "2020", ago(0)), ("other", ago(0), None))
    person(world, "loyally", ("loyal", "2020", ago(30)), ("pros", ago(30), None))
    person(world, "too long ago", ("cust", "2020", ago(91)), ("pros", ago(91), None))
    person(world, "tomorrow", ("cust", "2020", ago(-1)), ("pros", "2020", None))
    person(world, "to another customer", ("cust", "2020", ago(30)), ("loyal", ago(30), None))
    person(world, "nowhere", ("cust", "2020", ago(30)))
    person(world, "freelance", ("cust", "2020", ago(30)), ("free", ago(30), None))
    person(world, "left a placeholder", ("free", "2020", ago(30)), ("pros", ago(30), None))
    person(world, "back", ("cust", "2020", ago(30)), ("cust", ago(10), None), ("pros", ago(30), None))
    person(world, "promoted", ("cust", "2020", ago(30)), ("cust", ago(30), None), ("pros", "2020", None))
    person(world, "back and gone", ("cust", "2010", "2015"), ("cust", "2020", ago(30)), ("pros", ago(30), None))
    person(world, "promoted and gone", ("cust", "2015", ago(200)), ("cust", ago(200), ago(10)), ("pros", ago(10), None))
    person(world, "taken over", ("pros", "2020", None))
    build.job(world, "taken over", "cust", start="2020", end=ago(20), uid="carried")
    world.write("MATCH ()-[w:WORKS_AT {uid: 'carried'}]->() SET w.carried_from = 'another'")
    person(world, "both", ("cust", "2020", ago(30)), ("pros", "2020", None), ("loyal", "2020", None))
    person(world, "left a prospect", ("pros", "2020", ago(30)), ("other", ago(30), None))
    person(world, "in the trash", ("cust", "2020", ago(30)), ("pros", ago(30), None), deleted_at=at(1))
    gone = {"moved", "exactly", "today", "loyally", "back and gone", "promoted and gone", "both"}
    assert found(world, LEFT, NOW_ELSEWHERE) == gone
    assert found(world, LEFT) == gone | {"to another customer", "nowhere", "freelance"}
    assert found(world, one("left", span="within", days=90)) >= gone | {"left a prospect"}
    over = one("left", span="over", days=90, value=CUSTOMER)
    assert found(world, over) == {"too long ago", "back and gone"}
    assert found(world, LEFT, NOW_ELSEWHERE, one("at_industry", value=["Steel"])) == gone - {"today"}


def test_whoever_left_within_years_is_found_along_the_list(world: Graph) -> None:
    person(world, "moved", ("cust", "2015", ago(LATELY + 1)), ("pros", ago(30), None))
    person(world, "stays", ("cust", "2015", None))
    reaches = {
        days: part("contact", [[one("left", span="within", days=days)]], on=TODAY, me="u").reach
        for days in (90, LATELY, LATELY + 1, 3_660)
    }
    assert [days for days, reach in reaches.items() if reach] == [90, LATELY]
    assert found(world, one("left", span="within", days=LATELY)) == set()
    assert found(world, one("left", span="within", days=LATELY + 1)) == {"moved"}


def test_an_end_that_is_not_known_to_the_day_counts_by_the_last_that_it_may_be(world: Graph) -> None:
    build.contact(world, "unknown"), build.contact(world, "unknown long ago"), build.contact(world, "year")
    build.job(world, "unknown", "cust", start="2015", ended=True, verified_on=TODAY - timedelta(days=90))
    build.job(world, "unknown long ago", "cust", start="2015", ended=True, verified_on=TODAY - timedelta(days=91))
    build.job(world, "year", "cust", start="2015", end=str(TODAY.year + 1))  # may be there still
    person(world, "this year", ("cust", "2015", str(TODAY.year)))
    assert found(world, one("left", span="within", days=90, value=CUSTOMER)) == {"unknown"}
    assert found(world, one("left", span="over", days=90, value=CUSTOMER)) == {"unknown long ago"}
    assert found(world, one("at_lifecycle", value=CUSTOMER)) == {"year", "this year"}


def test_of_an_account_that_is_not_seen_nobody_is_gone(world: Graph) -> None:
    person(world, "moved", ("cust", "2020", ago(30)), ("pros", ago(30), None))
    build.owned(world, "cust", "v")
    seen = world.seen_by(Sight(accounts=("", "u")))
    assert (found(world, LEFT), found(seen, LEFT)) == ({"moved"}, set())
    assert found(seen, NOW_ELSEWHERE) == {"moved"}
    nobody = world.seen_by(Sight(contacts=("u",)))
    assert found(nobody, LEFT) == set()


def test_what_is_in_the_trash_was_never_left(world: Graph) -> None:
    person(world, "moved", ("cust", "2020", ago(30)), ("pros", ago(30), None))
    world.write("MATCH (a:Account {uid: 'cust'})<-[w:WORKS_AT]-(c) SET a.deleted_at = datetime() "
                "CREATE (c)-[t:TRASHED]->(a) SET t = properties(w), t.type = 'WORKS_AT' DELETE w")  # fmt: skip
    assert found(world, LEFT) == set()


def test_decision_makers_who_are_silent_for_60_days(world: Graph) -> None:
    for uid, role, days in (
        ("exactly", "decision_maker", 60), ("not yet", "decision_maker", 59), ("long", "decision_maker", 400),
        ("never", "decision_maker", None), ("buyer", "buyer", 400), ("other", "decision_maker", 3),
    ):  # fmt: skip
        build.contact(world, uid, uid)
        build.job(world, uid, "cust", start="2020", role=role)
        if days is not None:
            build.interaction(world, "v" if uid == "other" else "u", uid, at(days, hour=23))
    build.contact(world, "was"), build.job(world, "was", "cust", start="2020", end=ago(1), role="decision_maker")
    role, silent = one("role", value=["decision_maker"]), one("silent", who="anyone", days=SILENT)
    assert found(world, role, silent) == {"exactly", "long", "never"}
    assert found(world, role, one("silent", who="me", days=SILENT)) == {"exactly", "long", "never", "other"}
    assert found(world, role, silent, one("known", who="anyone")) == {"exactly", "long"}
    assert found(world, one("met", who="anyone", days=59)) == {"not yet", "other"}
    assert found(world, one("met", who="me", days=60)) == {"exactly", "not yet"}
    assert found(world, one("known", who="me"), one("met", negated=True, who="me", days=60)) == {"long", "buyer"}


def test_of_a_group_one_is_enough_and_of_groups_each_must_be(world: Graph) -> None:
    build.contact(world, "a", lifecycle="lead"), build.contact(world, "b", lifecycle="customer")
    build.contact(world, "c", do_not_contact=True), build.contact(world, "d", lifecycle="lead", do_not_contact=True)
    lead, customer = one("lifecycle", value=["lead"]), one("lifecycle", value=["customer"])
    asked_not = one("do_not_contact")
    assert found(world, [lead, customer]) == {"a", "b", "d"}
    assert found(world, [lead, customer, asked_not]) == {"a", "b", "c", "d"}
    assert found(world, [lead, customer], asked_not) == {"d"}
    assert found(world, [lead, customer], one("do_not_contact", negated=True)) == {"a", "b"}
    assert found(world, one("lifecycle", negated=True, value=["lead"])) == {"b", "c"}
    assert found(world, one("lifecycle", value=["lead", "customer"])) == {"a", "b", "d"}


def test_jobs_by_account_title_and_start(world: Graph) -> None:
    build.contact(world, "a"), build.contact(world, "b"), build.contact(world, "c")
    build.job(world, "a", "cust", start=ago(10), title="Head of Sales", department="Sales")
    build.job(world, "b", "cust", start="2015", end=ago(5), title="Head of Sales")
    build.job(world, "c", "free", start=ago(5), title="sales trainer")
    assert found(world, one("title", value="SALES")) == {"a", "c"}
    assert found(world, one("department", value="sales")) == {"a"}
    assert found(world, one("at", value="cust")) == {"a"}
    assert found(world, one("started", span="within", days=10)) == {"a"}
    assert found(world, one("started", span="within", days=9)) == set()
    person(world, "up", ("cust", "2015", ago(3)), ("cust", ago(3), None))
    person(world, "nobody knows when", ("cust", None, None))
    person(world, "this month", ("cust", f"{TODAY:%Y-%m}", None))
    assert found(world, one("started", span="within", days=9)) == {"this month"}
    assert found(world, one("started", span="over", days=9)) == {"a"}
    assert found(world, one("left_account", value="cust", span="within", days=5)) == {"b"}
    assert found(world, one("left_account", value="cust", span="within", days=4)) == set()
    assert found(world, one("at_country_other", value=["Peru"])) == {"a", "up", "nobody knows when", "this month"}


def test_owners_tags_days_ties_and_tasks(world: Graph) -> None:
    for uid in ("a", "b"):
        build.contact(world, uid, created_at=at(7 if uid == "a" else 8, 0))
    build.assignment(world, "a", "u", start=ago(3))
    build.assignment(world, "b", "v", start=ago(3), end=ago(0))
    build.task(world, "t", "Call", "b", status="open")
    world.write("MATCH (c:Contact {uid: 'a'}) CREATE (c)-[:TAGGED]->(:Tag {uid: 'vip'}), "
                "(c)-[:TAGGED]->(:Tag {uid: 'old', removed_at: datetime()})")  # fmt: skip
    assert found(world, one("owner", value="me")) == found(world, one("owner", value="u")) == {"a"}
    assert found(world, one("owner", value="me"), me="v") == set()
    assert (found(world, one("owned")), found(world, one("owned", negated=True))) == ({"a"}, {"b"})
    assert (found(world, one("tag", value="vip")), found(world, one("tag", value="old"))) == ({"a"}, set())
    assert (found(world, one("added", span="within", days=7)), found(world, one("added", span="over", days=7))) == (
        {"a"}, {"b"},
    )  # fmt: skip
    assert found(world, one("open_task")) == {"b"}
    assert found(world.seen_by(Sight(tasks=())), one("open_task")) == set()
    for days in (1, 2, 3):
        build.interaction(world, "u", "a", at(days), channel="meeting")
    assert found(world, one("tie", who="me", value=30)) == {"a"}
    assert found(world, one("tie", who="anyone", value=99)) == set()
    assert found(world, one("tie", who="me", value=30), me="v") == set()


def test_accounts_by_their_people(world: Graph) -> None:
    person(world, "moved", ("cust", "2020", ago(90)), ("pros", ago(30), None))
    person(world, "stays", ("loyal", "2020", None))
    build.contact(world, "boss"), build.job(world, "boss", "loyal", start="2020", role="decision_maker")
    build.interaction(world, "u", "boss", at(60))
    everything = {"cust", "loyal", "pros", "other", "free"}

    def accounts(*groups: One) -> set[str]:
        return found(world, *groups, kind="account")

    assert accounts(one("staff_left", days=90)) == {"cust"}
    assert accounts(one("staff_left", days=89)) == set()
    assert accounts(one("staff_started", days=30)) == {"pros"}
    (
        person(world, "up", ("other", "2020", ago(9)), ("other", ago(9), None)),
        person(world, "free", ("free", ago(9), None)),
    )
    assert accounts(one("staff_started", days=30)) == {"pros"}
    assert accounts(one("staff_role", value=["decision_maker"])) == {"loyal"}
    assert accounts(one("known", who="me")) == {"loyal"}
    assert accounts(one("silent", who="anyone", days=60)) == everything
    assert accounts(one("silent", who="anyone", days=61)) == everything - {"loyal"}
    assert accounts(one("lifecycle", value=OTHER), one("placeholder", negated=True)) == {"cust"}
    assert accounts(one("industry", value=["Steel", "Glass"])) == {"pros"}
    world.write("MATCH (a:Account {uid: 'pros'}) SET a.employee_count = 50")
    assert accounts(one("employees_from", value=50)) == accounts(one("employees_to", value=50)) == {"pros"}
    assert accounts(one("employees_from", value=51)) == set()
    hidden = world.seen_by(Sight(contacts=("u",)))
    assert found(hidden, one("known", who="me"), kind="account") == set()


def test_leads(world: Graph) -> None:
    build.lead(world, "a", status="new", source_channel="fair"), build.lead(world, "b", status="ignored")
    build.interaction(world, "u", "a", at(60))
    assert found(world, one("status", value=["new"]), kind="lead") == {"a"}
    assert found(world, one("source_channel", negated=True, value=["fair"]), kind="lead") == {"b"}
    assert found(world, one("silent", who="anyone", days=61), kind="lead") == {"b"}
    assert found(world, one("met", who="me", days=60), kind="lead") == {"a"}


def every(kind: str) -> Iterator[tuple[str, One]]:
    """Each condition of a kind with values of its types."""
    values = {"texts": ["x"], "text": "x", "number": 1, "percent": 50, "days": 9, "span": "within", "who": "me",
              "user": "u", "account": "cust", "tag": "t"}  # fmt: skip
    for name, asked in CONDITIONS[kind].items():
        given = {
            takes.name: list(takes.choices[:1]) if takes.type == "choices" else values[takes.type]
            for takes in asked.takes
        }
        yield name, One(name, values=given)


@pytest.mark.parametrize("kind", list(CONDITIONS))
def test_every_condition_is_asked_in_every_way_and_splits_all_records_in_two(world: Graph, kind: str) -> None:
    build.contact(world, "c"), build.lead(world, "l")
    everything = {row.uid for row in listing(world, kind=kind, on=TODAY)}
    for _, asked in every(kind):
        inside = found(world, asked, kind=kind)
        outside = found(world, One(asked.by, negated=True, values=asked.values), kind=kind)
        assert (inside | outside, inside & outside) == (everything, set())
        both = part(kind, [[asked, asked], [asked]], on=TODAY, me="u")
        listing(world, kind=kind, on=TODAY, segment=both, search="c", filters={"owned": True})
        listing(world, kind=kind, on=TODAY, segment=both, after=("a", "b"))


@pytest.mark.parametrize("kind", list(CONDITIONS))
def test_no_value_is_part_of_a_query(kind: str) -> None:
    for _, asked in every(kind):
        texts = {
            composed(Way(KINDS[kind], segment=part(kind, [[One(asked.by, values=given)]], on=TODAY, me=me)))
            for me, given in (("u", asked.values), ("v", {**asked.values, "days": 17}))
        }
        assert len(texts) == 1
        assert "{since}" not in texts.pop()


def test_what_a_segment_tells_of() -> None:
    assert tells("contact", [[LEFT, one("added", span="this_week")]]) == {
        ("account", "lifecycle"), ("contact", "created_at"),
    }  # fmt: skip


def test_an_empty_store_and_no_condition(graph: Graph) -> None:
    assert found(graph, LEFT) == set()
    build.contact(graph, "a")
    assert found(graph) == {"a"}
    assert graph.sight == EVERYTHING


def test_a_page_follows_another(world: Graph) -> None:
    for n in range(5):
        person(world, f"p{n}", ("cust", "2020", ago(n)), ("pros", ago(n), None))
    asked = part("contact", [[LEFT], [NOW_ELSEWHERE]], on=TODAY, me="u")
    first = listing(world, kind="contact", on=TODAY, segment=asked, limit=3)
    more = listing(world, kind="contact", on=TODAY, segment=asked, limit=3, after=(first[-1].key, first[-1].tie))
    assert [row.uid for row in (*first, *more)] == ["p0", "p1", "p2", "p3", "p4"]
    assert counted(world, kind="contact", on=TODAY, segment=asked, most=3) == 3


@pytest.mark.parametrize(
    ("name", "on", "first", "last"),
    [
        ("this_week", date(2026, 3, 1), date(2026, 2, 23), date.max),
        ("this_month", date(2026, 3, 1), date(2026, 3, 1), date.max),
        ("last_month", date(2026, 3, 31), date(2026, 2, 1), date(2026, 3, 1)),
        ("last_month", date(2026, 1, 1), date(2025, 12, 1), date(2026, 1, 1)),
        ("this_quarter", date(2026, 6, 30), date(2026, 4, 1), date.max),
        ("this_quarter", date(2026, 12, 31), date(2026, 10, 1), date.max),
        ("this_year", date(2026, 12, 31), date(2026, 1, 1), date.max),
    ],
)
def test_spans(name: str, on: date, first: date, last: date) -> None:
    assert span(name, None, on) == (first, last)
