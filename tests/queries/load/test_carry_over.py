from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, contact, job, link

from graphcrm.dates import OPEN_END, UNKNOWN_START
from graphcrm.graph import Graph
from graphcrm.queries.load.carry_over import carry_over

from .conftest import rows

D = date.fromisoformat
CARRIED = (
    "MATCH (c)-[w:WORKS_AT]->(a) WHERE w.carried_from IS NOT NULL RETURN w.uid, w.start_min, w.start_max, w.end_min, "
    "w.end_max, w.start, w.end, w.end_status ORDER BY w.uid"
)


@pytest.fixture
def world(graph: Graph) -> Graph:
    """Ada and Bo, and the accounts A, B, C and D."""
    for uid in ("A", "B", "C", "D"):
        account(graph, uid)
    contact(graph, "ada")
    contact(graph, "bo")
    return graph


def test_a_job_goes_on_at_the_successor_from_its_date_with_all_that_it_says(world: Graph):
    job(
        world,
        "ada",
        "A",
        start="2010",
        uid="W",
        title="CTO",
        role="buyer",
        department="R&D",
        primary=True,
        kind="founder",
    )
    link(world, "SUCCEEDED_BY", "A", "B", start="2015-03-01")
    assert carry_over(world, contacts=["ada", "bo", "nobody"]) == 1
    assert rows(world, CARRIED) == [
        ("W~B", D("2015-03-01"), D("2015-03-01"), OPEN_END, OPEN_END, "2015-03-01", None, "ongoing")
    ]
    said = "MATCH (:Contact {uid: 'ada'})-[w:WORKS_AT {uid: 'W~B'}]->(:Account {uid: 'B'}) RETURN "
    assert rows(world, said + "w.title, w.role, w.department, w.kind, w.primary, w.carried_from, w.verified_on") == [
        ("CTO", "buyer", "R&D", "founder", False, "W", D("2024-06-01"))
    ]


@pytest.mark.parametrize(
    ("start", "end", "since", "until", "found"),
    [
        ("2010", "2015-03-01", "2015-03-01", None, None),  # left on the day: half-open
        ("2010", "2015-03-02", "2015-03-01", None, ("2015-03-01", "2015-03-01", "2015-03-02", "2015-03-02")),
        ("2010", "2015-03", "2015-03-01", None, ("2015-03-01", "2015-03-01", "2015-03-01", "2015-04-01")),
        ("2016-05", None, "2015-03-01", None, ("2016-05-01", "2016-05-31", "9999-12-31", "9999-12-31")),
        ("2015", None, "2015-03-01", None, ("2015-03-01", "2015-12-31", "9999-12-31", "9999-12-31")),
        ("2010", None, "2015", "2018", ("2015-01-01", "2015-12-31", "2018-01-01", "2019-01-01")),
        ("2010", "2017-06-01", "2015", "2018", ("2015-01-01", "2015-12-31", "2017-06-01", "2017-06-01")),
        ("2018-01-01", None, "2015", "2018-01-01", None),
        (None, None, "2015-03-01", None, ("2015-03-01", "2024-06-01", "9999-12-31", "9999-12-31")),
    ],
)
def test_its_bounds_are_the_later_start_and_the_earlier_end(
    world: Graph, start: str | None, end: str | None, since: str, until: str | None, found: tuple[str, ...] | None
):
    job(world, "ada", "A", start=start, end=end, uid="W")
    link(world, "SUCCEEDED_BY", "A", "B", start=since, end=until)
    carry_over(world, contacts=["ada"])
    assert [row[1:5] for row in rows(world, CARRIED)] == ([tuple(map(D, found))] if found else [])


def test_the_text_of_a_start_is_that_of_what_decides_it_and_none_where_nobody_knows(world: Graph):
    job(world, "ada", "A", start="2016-05", end="2017", uid="W1")
    job(world, "ada", "A", uid="W2")
    link(world, "SUCCEEDED_BY", "A", "B", end="2018-01-01")
    carry_over(world, contacts=["ada"])
    assert [(uid, start_min, *texts) for uid, start_min, _, _, _, *texts in rows(world, CARRIED)] == [
        ("W1~B", D("2016-05-01"), "2016-05", "2017", "ended"),
        ("W2~B", UNKNOWN_START, None, "2018-01-01", "ended"),
    ]


def test_a_chain_holds_from_the_latest_start_to_the_earliest_end_along_the_way(world: Graph):
    job(world, "ada", "A", start="2010", uid="W")
    link(world, "SUCCEEDED_BY", "A", "B", start="2015-01-01")
    link(world, "SUCCEEDED_BY", "B", "C", start="2012-01-01", end="2020-01-01")
    link(world, "SUCCEEDED_BY", "C", "D", start="2021-01-01")
    carry_over(world, contacts=["ada"])
    assert [(row[0], row[1], row[4]) for row in rows(world, CARRIED)] == [
        ("W~B", D("2015-01-01"), OPEN_END),
        ("W~C", D("2015-01-01"), D("2020-01-01")),
    ]


def test_two_ways_to_one_account_are_one_job_unless_each_says_more(world: Graph):
    job(world, "ada", "A", start="2000", uid="W")
    link(world, "SUCCEEDED_BY", "A", "B", start="2005", end="2008-01-01")
    link(world, "SUCCEEDED_BY", "A", "B", start="2010")
    link(world, "SUCCEEDED_BY", "A", "C", start="2006", end="2007-01-01")
    link(world, "SUCCEEDED_BY", "C", "B", start="2001")
    carry_over(world, contacts=["ada"])
    assert [(row[0], row[1], row[4]) for row in rows(world, CARRIED)] == [
        ("W~B", D("2005-01-01"), D("2008-01-01")),
        ("W~B~2", D("2010-01-01"), OPEN_END),
        ("W~C", D("2006-01-01"), D("2007-01-01")),
    ]


def test_they_are_made_anew_each_time_and_go_with_what_they_follow_from(world: Graph):
    job(world, "ada", "A", start="2010", uid="W1")
    job(world, "bo", "A", start="2010", uid="W2")
    link(world, "SUCCEEDED_BY", "A", "B", start="2015")
    for _ in range(2):
        assert carry_over(world, contacts=["ada", "bo"]) == 2
    world.write("MATCH ()-[s:SUCCEEDED_BY]->() DELETE s")
    assert carry_over(world, contacts=["ada"]) == 0
    assert [row[0] for row in rows(world, CARRIED)] == ["W2~B"]
