from __future__ import annotations

from datetime import date, timedelta

import pytest
from worlds.build import TODAY, account, contact, job
from worlds.net import CHARLIE, WHEN, D

from graphcrm.graph import Graph, Runner
from graphcrm.queries.network.edge import drawn
from graphcrm.queries.network.jobs import jobs


def pairs(runner: Runner, contacts: list[str] | None, accounts: list[str] | None, on: date = TODAY, **more: object):
    found = jobs(runner, contacts=contacts, accounts=accounts, on=on, before=WHEN.before, **{"limit": 100, **more})  # type: ignore[arg-type]
    return [(one.from_uid, one.to_uid) for one in found]


def test_among_people_and_companies_only_jobs_of_both_are_found(net: Graph) -> None:
    assert pairs(net, ["maya", "tomas", "nobody"], ["globex", "nothing"]) == [("maya", "globex"), ("tomas", "globex")]
    assert pairs(net, [], []) == pairs(net, ["maya"], ["acme"]) == pairs(net, ["nobody"], None) == []


def test_the_people_of_a_company_are_current_first_then_best_known_then_latest(net: Graph) -> None:
    assert pairs(net, None, ["acme"])[:3] == [("priya", "acme"), ("tomas", "acme"), ("lena", "acme")]
    assert set(pairs(net, None, ["acme"])[3:]) == {("ulla", "acme"), ("gil", "acme")}


def test_a_page_begins_where_the_last_one_ended_and_counts_all(net: Graph) -> None:
    whole = pairs(net, None, ["acme"])
    assert [pair for skip in range(0, 6, 2) for pair in pairs(net, None, ["acme"], skip=skip, limit=2)] == whole
    (one,) = jobs(net, contacts=None, accounts=["acme"], on=TODAY, before=WHEN.before, limit=1)
    assert one.total == len(whole) == 5


def test_letters_of_the_other_ones_name_leave_the_others_out(net: Graph) -> None:
    assert pairs(net, None, ["acme"], q="priya r") == [("priya", "acme")]
    assert pairs(net, ["tomas"], None, q="glob") == [("tomas", "globex")]
    assert pairs(net, None, ["acme"], q="zz") == []


@pytest.mark.parametrize(("on", "there"), [("2023-01-31", False), ("2023-02-01", True)])
def test_a_job_that_begins_later_is_not_there_yet(net: Graph, on: str, there: bool) -> None:
    assert (("priya", "acme") in pairs(net, ["priya"], None, D(on))) is there


def test_bounds_are_open_where_nobody_knows(graph: Graph) -> None:
    contact(graph, "P"), account(graph, "A")
    job(graph, "P", "A", uid="J", title="Advisor", start="2019-05", end="2021-06")
    job(graph, "P", "A", uid="K")
    found = {
        one.uid: drawn(one, TODAY)
        for one in jobs(graph, contacts=["P"], accounts=None, on=TODAY, before=WHEN.before, limit=9)
    }
    entered, unknown = found["J"], found["K"]
    assert (entered.id, entered.kind, entered.ends, entered.label) == (
        "J",
        "job",
        ("contact:P", "account:A"),
        "Advisor",
    )
    assert (entered.start_min, entered.start_max) == (date(2019, 5, 1), date(2019, 5, 31))
    assert (entered.end_min, entered.end_max) == (date(2021, 6, 1), date(2021, 7, 1))
    assert (entered.current, entered.certain) == (False, False)
    assert (unknown.start_min, unknown.end_min, unknown.end_max) == (None, None, None)
    (june,) = [
        drawn(one, date(2021, 6, 1))
        for one in jobs(graph, contacts=["P"], accounts=["A"], on=D("2021-06-01"), before=WHEN.before, limit=9)
        if one.uid == "J"
    ]
    assert (june.current, june.certain) == (True, False)
    (may,) = [
        drawn(one, D("2019-06-01"))
        for one in jobs(graph, contacts=["P"], accounts=["A"], on=D("2019-06-01"), before=WHEN.before, limit=9)
        if one.uid == "J"
    ]
    assert (may.current, may.certain) == (True, True)


def test_charlie_sees_no_job_of_alices_people_and_none_at_her_companies(net: Graph) -> None:
    charlie = net.seen_by(CHARLIE)
    assert pairs(charlie, ["maya"], None) == pairs(charlie, None, ["globex"]) == []
    assert pairs(charlie, ["tomas"], None) == [("tomas", "acme")]


def test_a_job_that_a_takeover_carried_on_is_not_shown(net: Graph) -> None:
    net.write("MATCH (:Contact {uid: 'gil'})-[w:WORKS_AT]->() SET w.carried_from = 'before'")
    assert ("gil", "acme") not in pairs(net, None, ["acme"], TODAY + timedelta(days=1))
