"""How two records are connected: the fewest edges, and only by workplaces at which two people met."""

from __future__ import annotations

import itertools

import pytest
from worlds.build import TODAY, account, contact, interaction, job, lead, link, owned, user
from worlds.net import CHARLIE, WHEN, D

from graphcrm.dates import moment
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph, Runner
from graphcrm.queries.explore import ways as module
from graphcrm.queries.explore.ways import Ends, Ways, ways

USUAL = ("job", "tie", "link")


def asked(runner: Runner, start: str, end: str, kinds: tuple[str, ...] = USUAL, *, when=WHEN) -> Ways:
    return ways(runner, Ends(start, end, kinds), when, past=False)  # type: ignore[arg-type]


def paths(runner: Runner, start: str, end: str, kinds: tuple[str, ...] = USUAL, *, when=WHEN) -> set[str]:
    return {" ".join(one.partition(":")[2] for one in way) for way in asked(runner, start, end, kinds, when=when).paths}


def test_a_user_reaches_a_company_by_a_contact_and_who_worked_with_them(net: Graph) -> None:
    assert paths(net, "user:alice", "contact:tomas") == {"alice maya globex tomas"}
    assert paths(net, "user:bob", "account:acme") == {"bob priya acme"}
    assert paths(net, "contact:tomas", "account:acme") == {"tomas acme"}


def test_turned_around_it_is_the_same_way_back(net: Graph) -> None:
    assert paths(net, "contact:tomas", "user:alice") == {"tomas globex maya alice"}


def test_people_whose_jobs_at_a_company_do_not_overlap_are_not_joined_by_it(graph: Graph) -> None:
    account(graph, "A"), contact(graph, "P"), contact(graph, "Q")
    job(graph, "P", "A", start="2015-01-01", end="2018-01-01")
    job(graph, "Q", "A", start="2018-01-01", uid="later")
    assert paths(graph, "contact:P", "contact:Q") == set()
    job(graph, "Q", "A", start="2017-12-31", end="2018-02-01", uid="earlier")
    found = asked(graph, "contact:P", "contact:Q")
    assert found.paths == [("contact:P", "account:A", "contact:Q")]
    assert "later" not in {edge.id for edge in found.edges}
    assert len(found.edges) == 2
    assert paths(graph, "contact:P", "contact:Q", when=moment(D("2017-12-31"))) == set()


def test_an_end_that_is_the_company_itself_takes_any_job_there(graph: Graph) -> None:
    account(graph, "A"), account(graph, "B"), contact(graph, "P")
    job(graph, "P", "A", start="2010", end="2012"), job(graph, "P", "B", start="2020")
    assert paths(graph, "account:A", "account:B") == {"A P B"}


def test_a_longer_way_is_found_where_the_shorter_one_has_no_overlap(graph: Graph) -> None:
    for uid in ("A", "B"):
        account(graph, uid)
    for uid in ("P", "Q", "R"):
        contact(graph, uid)
    (
        job(graph, "P", "A", start="2010-01-01", end="2012-01-01"),
        job(graph, "R", "A", start="2015-01-01", end="2017-01-01"),
    )
    job(graph, "Q", "A", start="2011-01-01", end="2012-06-01")
    job(graph, "Q", "B", start="2014-01-01"), job(graph, "R", "B", start="2018-01-01")
    assert paths(graph, "contact:P", "contact:R") == {"P A Q B R"}


def test_only_edges_of_the_kinds_asked_for_are_gone_along(net: Graph) -> None:
    assert paths(net, "user:alice", "account:globex", ("owner",)) == {"alice globex"}
    assert paths(net, "user:alice", "account:acme", ("owner", "link")) == {"alice globex acme"}
    assert paths(net, "account:acme", "account:globex", ("link",)) == {"acme globex"}
    assert paths(net, "user:alice", "contact:tomas", ("tie",)) == set()
    assert paths(net, "user:alice", "contact:own-alice", ("own",)) == {"alice own-alice"}
    assert paths(net, "user:alice", "contact:own-alice", ("tie",)) == set()


def test_a_lead_is_an_end_and_never_between(net: Graph) -> None:
    user(net, "U"), interaction(net, "U", "lead-1", "2024-01-01")
    assert paths(net, "lead:lead-1", "contact:priya") == {"lead-1 bob priya"}
    assert paths(net, "contact:priya", "lead:lead-1") == {"priya bob lead-1"}
    assert paths(net, "user:bob", "lead:lead-1") == {"bob lead-1"}
    assert paths(net, "user:U", "user:bob", ("tie", "owner")) == set()


def test_what_begins_later_is_not_gone_along_and_what_is_over_is(net: Graph) -> None:
    assert paths(net, "user:alice", "contact:tomas", when=moment(D("2023-01-10"))) == set()
    assert paths(net, "user:alice", "contact:tomas", when=moment(D("2023-01-11"))) == {"alice maya globex tomas"}


def test_up_to_three_ways_of_the_same_length_those_that_hold_today_first(graph: Graph) -> None:
    account(graph, "A"), account(graph, "B")
    for number in range(5):
        person = contact(graph, f"P{number}")
        job(graph, person, "A", start="2010")
        job(graph, person, "B", start="2015", end=None if number == 3 else "2018")
    found = asked(graph, "account:A", "account:B").paths
    assert [way[1] for way in found] == ["contact:P3", "contact:P0", "contact:P1"]


def test_a_way_of_more_than_six_edges_is_none(graph: Graph) -> None:
    chain = [contact(graph, f"P{number}") for number in range(8)]
    for one, other in itertools.pairwise(chain):
        link(graph, "RELATED_TO", one, other, start="2010")
    assert paths(graph, "contact:P0", "contact:P6") == {"P0 P1 P2 P3 P4 P5 P6"}
    assert paths(graph, "contact:P0", "contact:P7") == set()


def test_a_crowd_is_reached_and_not_gone_through(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GONE_THROUGH", 4)
    account(graph, "giant"), account(graph, "B")
    for number in range(5):
        job(graph, contact(graph, f"P{number}"), "giant", start="2010")
    job(graph, "P0", "B", start="2010"), job(graph, contact(graph, "Q"), "B", start="2011")
    assert paths(graph, "contact:P0", "contact:P4") == {"P0 giant P4"}  # they meet there
    assert paths(graph, "contact:Q", "account:giant") == {"Q B P0 giant"}
    account(graph, "C"), job(graph, "P4", "C", start="2010")
    found = asked(graph, "account:B", "account:C")
    assert found.paths == [("account:B", "contact:P0", "account:giant", "contact:P4", "account:C")]
    job(graph, contact(graph, "alone"), account(graph, "D"), start="2010")
    none = asked(graph, "account:B", "account:D")
    assert (none.paths, [(node.id, edges) for node, edges in none.not_searched]) == ([], [("account:giant", 5)])


def test_when_time_runs_out_it_says_so(net: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BUDGET_S", -1.0)
    assert asked(net, "user:alice", "contact:tomas").partial
    monkeypatch.setattr(module, "_BUDGET_S", 60.0)
    assert not asked(net, "user:alice", "contact:tomas").partial
    monkeypatch.setattr(module, "_ROWS_MOST", 1)
    assert asked(net, "user:alice", "contact:tomas").partial


def test_charlie_is_led_through_nothing_of_alices(net: Graph) -> None:
    charlie = net.seen_by(CHARLIE)
    assert paths(charlie, "contact:ulla", "contact:olga") == set()  # they met at Globex
    assert paths(net, "contact:ulla", "contact:tomas") == {"ulla globex tomas"}
    owned(net, "tomas", "charlie")
    for end in ("contact:maya", "account:globex"):
        with pytest.raises(NotFoundError):
            asked(charlie, "contact:tomas", end)


def test_both_ends_have_to_be_there_and_may_be_one(net: Graph) -> None:
    one = asked(net, "user:alice", "user:alice")
    assert (one.paths, [node.id for node in one.nodes], one.edges) == ([("user:alice",)], ["user:alice"], [])
    with pytest.raises(NotFoundError):
        asked(net, "user:alice", "contact:nobody")
    lead(net, "L9")
    assert asked(net, "lead:L9", "user:alice").paths == []
    assert WHEN.on == TODAY
